package org.connectchat.flow.action.queue;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.shape.ActionShape;

/**
 * Moves the chat to another queue, in a new contact whose initiation method is QUEUE_TRANSFER.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-dequeuecontactandtransfertoqueue.html">DequeueContactAndTransferToQueue</a>
 */
final class DequeueContactAndTransferToQueue implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of()
            .single("QueueId", "AgentId")
            .atMostOneOf("QueueId", "AgentId")
            .errors(TransferContactToQueue.AT_CAPACITY, NO_MATCHING_ERROR)
            .flowTypes(FlowType.CUSTOMER_QUEUE);

    private final ChosenQueue chosen;

    DequeueContactAndTransferToQueue(ChosenQueue chosen) {
        this.chosen = chosen;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.kind() != RunKind.QUEUE) {
            return Outcome.failure("Only a queue flow can move its contact to another queue");
        }
        return chosen.orTarget(step, queue -> move(step, queue));
    }

    private static Outcome move(Step step, Queue queue) {
        if (!step.chat().mayHandOver()) {
            return Outcome.failure("The chat has as many contacts as it may have");
        }
        if (!step.chat().moveTo(queue)) {
            return Outcome.failure(TransferContactToQueue.AT_CAPACITY, "Queue " + queue.name() + " is at capacity");
        }
        step.chat().data().setTarget(queue);
        return new Outcome.Queued();
    }
}
