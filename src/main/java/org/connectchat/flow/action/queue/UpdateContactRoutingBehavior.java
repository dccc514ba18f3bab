package org.connectchat.flow.action.queue;

import java.time.Duration;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/**
 * Changes the place of the contact in the order in which contacts get agents (rule F73).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactroutingbehavior.html">UpdateContactRoutingBehavior</a>
 */
final class UpdateContactRoutingBehavior implements ActionType {

    private static final String PRIORITY = "QueuePriority";
    private static final String ADJUSTMENT = "QueueTimeAdjustmentSeconds";
    private static final long MAX_SECONDS = Integer.MAX_VALUE;
    private static final ActionShape SHAPE = ActionShape.of()
            .fixed(PRIORITY, 1, Long.MAX_VALUE)
            .fixed(ADJUSTMENT, -MAX_SECONDS, MAX_SECONDS)
            .oneRequired(PRIORITY, ADJUSTMENT);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.has(PRIORITY) == step.has(ADJUSTMENT)) {
            return Outcome.failure("Either QueuePriority or QueueTimeAdjustmentSeconds must be given");
        }
        return step.has(PRIORITY)
                ? setPriority(step, number(step.fixed(PRIORITY)))
                : setAdjustment(step, number(step.fixed(ADJUSTMENT)));
    }

    private static Outcome setPriority(Step step, @Nullable Long priority) {
        if (priority == null || priority < 1) {
            return Outcome.failure("QueuePriority must be a number of 1 or more");
        }
        step.chat().setPriority(priority);
        return Outcome.success();
    }

    private static Outcome setAdjustment(Step step, @Nullable Long seconds) {
        if (seconds == null || seconds < -MAX_SECONDS || seconds > MAX_SECONDS) {
            return Outcome.failure(ADJUSTMENT + " must be a number from -" + MAX_SECONDS + " to " + MAX_SECONDS);
        }
        step.chat().setAdjustment(Duration.ofSeconds(seconds));
        return Outcome.success();
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : ReferenceValues.wholeNumber(text);
    }
}
