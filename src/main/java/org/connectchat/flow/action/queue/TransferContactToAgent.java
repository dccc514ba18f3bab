package org.connectchat.flow.action.queue;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Ends the flow: a chat can be transferred to an agent only through a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-transfercontacttoagent.html">TransferContactToAgent</a>
 */
final class TransferContactToAgent implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of().terminal();

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return new Outcome.EndOfFlow(false);
    }
}
