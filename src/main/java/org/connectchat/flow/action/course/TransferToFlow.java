package org.connectchat.flow.action.course;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.DisplayNames;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.shape.ActionShape;

/**
 * Goes on at the start of another flow, in the same contact.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-transfertoflow.html">TransferToFlow</a>
 */
final class TransferToFlow implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of()
            .single("ContactFlowId")
            .required("ContactFlowId")
            .errors(NO_MATCHING_ERROR)
            .flowTypes(FlowType::isInbound);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.kind() != RunKind.INBOUND && step.kind() != RunKind.DISCONNECT) {
            return Outcome.failure("A queue or whisper flow cannot transfer to another flow");
        }
        String id = step.single("ContactFlowId");
        if (id == null) {
            return Outcome.failure("ContactFlowId has no value");
        }
        RunnableFlow flow = step.chat()
                .source()
                .flow(step.chat().contact().instanceId(), id, DisplayNames.find(step, "ContactFlowId"));
        if (flow == null) {
            return Outcome.failure("There is no flow " + id);
        }
        return flow.type().isInbound()
                ? new Outcome.Transfer(flow)
                : Outcome.failure("A flow cannot transfer to flow " + flow + ", which is of type " + flow.type());
    }
}
