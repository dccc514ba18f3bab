package org.connectchat.flow.action;

import org.connectchat.flow.state.SavedOutcome;
import org.connectchat.flow.state.SavedOutcome.Kind;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/** How actions that have waited ended, as a document of state has it. */
public final class SavedOutcomes {

    private SavedOutcomes() {}

    /** Saves an outcome; null for one that a wait does not end with, and for a wait. */
    public static @Nullable SavedOutcome save(@Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Success) {
            return new SavedOutcome(Kind.SUCCESS, null, null, null, null);
        }
        if (outcome instanceof Outcome.Result result) {
            return new SavedOutcome(Kind.RESULT, result.value(), result.tree(), null, null);
        }
        return outcome instanceof Outcome.Failure failure
                ? new SavedOutcome(Kind.FAILURE, null, null, failure.errorType(), failure.reason())
                : null;
    }

    /** The outcome that was saved. */
    public static Outcome read(SavedOutcome saved, StatePath path) {
        return switch (saved.kind()) {
            case SUCCESS -> Outcome.success();
            case RESULT -> new Outcome.Result(saved.value(), saved.tree());
            case FAILURE ->
                new Outcome.Failure(
                        path.member("errorType").given(saved.errorType()),
                        path.member("reason").given(saved.reason()));
        };
    }
}
