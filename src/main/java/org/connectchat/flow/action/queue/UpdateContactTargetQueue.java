package org.connectchat.flow.action.queue;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.shape.ActionShape;

/**
 * Sets the queue to which the contact is transferred later.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttargetqueue.html">UpdateContactTargetQueue</a>
 */
final class UpdateContactTargetQueue implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of()
            .single("QueueId", "AgentId")
            .oneRequired("QueueId", "AgentId")
            .errors(NO_MATCHING_ERROR)
            .flowTypes(FlowType::isInbound);

    private final ChosenQueue chosen;

    UpdateContactTargetQueue(ChosenQueue chosen) {
        this.chosen = chosen;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.kind() != RunKind.INBOUND && step.kind() != RunKind.DISCONNECT) {
            return Outcome.failure("A queue or whisper flow cannot set the target queue");
        }
        return chosen.of(step, queue -> {
            step.chat().data().setTarget(queue);
            return Outcome.success();
        });
    }
}
