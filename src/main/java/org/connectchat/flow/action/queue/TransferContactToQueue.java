package org.connectchat.flow.action.queue;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.FlowChat;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.shape.ActionShape;

/**
 * Puts the contact into its target queue. The flow ends and the queue flow begins (rule F42).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-transfercontacttoqueue.html">TransferContactToQueue</a>
 */
final class TransferContactToQueue implements ActionType {

    /** The error of a queue that is full. */
    static final String AT_CAPACITY = "QueueAtCapacity";

    private static final ActionShape SHAPE =
            ActionShape.of().errors(AT_CAPACITY, NO_MATCHING_ERROR).flowTypes(FlowType::isInbound);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        FlowChat chat = step.chat();
        Queue target = chat.data().target();
        if (step.kind() != RunKind.INBOUND && step.kind() != RunKind.DISCONNECT) {
            return Outcome.failure("A queue or whisper flow cannot transfer the contact to a queue");
        }
        if (target == null) {
            return Outcome.failure("No target queue is set");
        }
        if (chat.isQueued() || chat.isPresent(ParticipantRole.AGENT)) {
            return Outcome.failure("The contact is already in a queue or with an agent");
        }
        return chat.enqueue(target)
                ? new Outcome.Queued()
                : Outcome.failure(AT_CAPACITY, "Queue " + target.name() + " is at capacity");
    }
}
