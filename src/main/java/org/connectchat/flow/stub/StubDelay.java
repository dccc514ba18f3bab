package org.connectchat.flow.stub;

import java.time.Instant;
import java.util.Map;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.SavedOutcomes;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.state.SavedOutcome;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The delay of a stub.
 *
 * @param outcome of the action after it
 * @param data members that are merged into roots of references then
 */
public record StubDelay(Instant until, Outcome outcome, Map<String, JsonNode> data) implements Pending {

    /** The delay that was saved. */
    public static StubDelay resume(SavedWait.Stub saved, StatePath path) {
        return new StubDelay(saved.until(), SavedOutcomes.read(saved.outcome(), path.member("outcome")), saved.data());
    }

    @Override
    public String waitsFor() {
        return "the delay of a stub";
    }

    @Override
    public @Nullable SavedWait save() {
        SavedOutcome saved = SavedOutcomes.save(outcome);
        return saved == null ? null : SavedWait.of(new SavedWait.Stub(until, saved, data));
    }

    @Override
    public Outcome due(Step later) {
        data.forEach(later.data()::lay);
        return outcome;
    }

    /** Without the data, which may be about a customer. */
    @Override
    public String toString() {
        return "StubDelay[" + until + "]";
    }
}
