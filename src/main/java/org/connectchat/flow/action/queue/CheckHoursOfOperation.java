package org.connectchat.flow.action.queue;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.DisplayNames;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.hours.Hours;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.hours.KnownHours;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;
import org.jspecify.annotations.Nullable;

/**
 * Branches on whether the hours of operation are open now, by the emulator's clock (rule F72).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkhoursofoperation.html">CheckHoursOfOperation</a>
 */
final class CheckHoursOfOperation implements ActionType {

    private static final String HOURS = "HoursOfOperationId";
    private static final ActionShape SHAPE =
            ActionShape.of().single(HOURS).errors(NO_MATCHING_ERROR).conditions(ConditionRule.exactly("True", "False"));

    private final HoursCatalogue hours;

    CheckHoursOfOperation(HoursCatalogue hours) {
        this.hours = hours;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        KnownHours known = hours.in(step.chat().contact().instanceId());
        return step.has(HOURS) ? ofParameter(step, known) : ofTarget(step, known);
    }

    private static Outcome ofParameter(Step step, KnownHours known) {
        String reference = step.single(HOURS);
        if (reference == null) {
            return Outcome.failure(HOURS + " has no value");
        }
        Hours found = known.find(reference);
        String displayName = DisplayNames.find(step, HOURS);
        if (found == null && displayName != null) {
            found = known.find(displayName);
        }
        return result(step, found, reference);
    }

    private static Outcome ofTarget(Step step, KnownHours known) {
        Queue target = step.chat().data().target();
        return target == null
                ? Outcome.failure("HoursOfOperationId is absent, and no target queue is set")
                : result(step, known.ofQueue(target.hoursId()), String.valueOf(target.hoursId()));
    }

    private static Outcome result(Step step, @Nullable Hours found, String reference) {
        return found == null
                ? Outcome.failure("There are no hours of operation " + reference)
                : Outcome.result(found.inHours(step.now()) ? "True" : "False");
    }
}
