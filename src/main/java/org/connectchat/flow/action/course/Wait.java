package org.connectchat.flow.action.course;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a time, or until the customer returns or the bot leaves (rule F35).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-wait.html">Wait</a>
 */
final class Wait implements ActionType {

    private static final String TIME = "TimeLimitSeconds";
    /** The name that AWS documents. The API refuses it, but flow files use it. */
    private static final String OLD_TIME = "TimeoutSeconds";

    private static final String MINIMUM = "MinimumWaitTimeSeconds";
    private static final String COMPLETED = "WaitCompleted";
    private static final String CONTINUE = "Continue";
    private static final int MAX_SECONDS = 604_800;
    private static final ActionShape SHAPE = ActionShape.of()
            .single(TIME, 1, MAX_SECONDS)
            .wordList("Events", WaitEvent.CUSTOMER_RETURNED.word(), WaitEvent.BOT_PARTICIPANT_DISCONNECTED.word())
            .words("ContinueExecution", "True", "False")
            .single(MINIMUM, 1, MAX_SECONDS)
            .oneRequired(TIME, MINIMUM)
            .errors(NO_MATCHING_ERROR)
            .optionalErrors("ParticipantNotFound")
            .conditions(Wait::conditions);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (continuesExecution(step)) {
            String minimum = step.single(MINIMUM);
            Long seconds = minimum == null ? Long.valueOf(0) : ReferenceValues.wholeNumber(minimum);
            return seconds != null && seconds == 0
                    ? Outcome.result(CONTINUE)
                    : waiting(step, MINIMUM, seconds, CONTINUE);
        }
        String time = step.has(TIME) ? TIME : OLD_TIME;
        String limit = step.single(time);
        return waiting(step, time, limit == null ? null : ReferenceValues.wholeNumber(limit), COMPLETED);
    }

    @Override
    public Pending resume(SavedWait wait, StatePath path) {
        StatePath at = path.member("time");
        SavedWait.Time time = at.given(wait.time());
        Set<WaitEvent> events = EnumSet.noneOf(WaitEvent.class);
        for (int i = 0; i < time.events().size(); i++) {
            WaitEvent event = WaitEvent.of(time.events().get(i));
            events.add(at.member("events").index(i).given(event));
        }
        boolean isResult = time.result().equals(COMPLETED) || time.result().equals(CONTINUE);
        at.member("result").require(isResult, "must be " + COMPLETED + " or " + CONTINUE);
        return new TimeOrEvent(time.until(), events, time.result());
    }

    private static Outcome waiting(Step step, String parameter, @Nullable Long seconds, String result) {
        if (seconds == null || seconds < 1 || seconds > MAX_SECONDS) {
            return Outcome.failure(parameter + " must be a number from 1 to " + MAX_SECONDS);
        }
        Set<WaitEvent> events = EnumSet.noneOf(WaitEvent.class);
        for (String word : step.parameters().fixedList("Events")) {
            WaitEvent event = WaitEvent.of(word);
            if (event == null) {
                return Outcome.failure("Events has an unknown event: " + word);
            }
            events.add(event);
        }
        if (events.contains(WaitEvent.BOT_PARTICIPANT_DISCONNECTED)
                && step.chat().participant(ParticipantRole.CUSTOM_BOT) == null) {
            return Outcome.failure("ParticipantNotFound", "The contact has no custom participant");
        }
        return new Outcome.Waiting(new TimeOrEvent(step.now().plus(Duration.ofSeconds(seconds)), events, result));
    }

    private static boolean continuesExecution(Step step) {
        return "true".equalsIgnoreCase(step.fixed("ContinueExecution"));
    }

    private static ConditionRule.Finding conditions(FlowAction action) {
        List<String> words = new ArrayList<>(action.values().fixedList("Events"));
        words.add(COMPLETED);
        if (action.values().has("ContinueExecution")) {
            words.add(CONTINUE);
        }
        return ConditionRule.exactly(action, words);
    }
}
