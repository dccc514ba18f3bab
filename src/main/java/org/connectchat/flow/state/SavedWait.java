package org.connectchat.flow.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an action waits for. One member is given. */
public record SavedWait(
        @Nullable Time time,
        @Nullable View view,
        @Nullable SavedDialogue bot,
        @Nullable Stub stub) {

    /**
     * A moment, or the first of some events.
     *
     * @param events the names of the flow language
     * @param result of the action at that moment
     */
    public record Time(Instant until, List<String> events, String result) {}

    /**
     * The response to a view.
     *
     * @param hiding whether the response stays out of the transcript
     * @param ignored why the latest response was ignored
     */
    public record View(
            String viewId,
            Instant until,
            boolean hiding,
            @Nullable String ignored) {}

    /**
     * The delay of a stub.
     *
     * @param data members that are merged into roots of references
     */
    public record Stub(Instant until, SavedOutcome outcome, Map<String, JsonNode> data) {

        /** Without the data, which may be about a customer. */
        @Override
        public String toString() {
            return "Stub[" + until + "]";
        }
    }

    /** Whether one member is given, and no other. */
    public boolean hasOneMember() {
        return Stream.of(time, view, bot, stub).filter(Objects::nonNull).count() == 1;
    }

    /** A wait for a moment. */
    public static SavedWait of(Time time) {
        return new SavedWait(time, null, null, null);
    }

    /** A wait for the response to a view. */
    public static SavedWait of(View view) {
        return new SavedWait(null, view, null, null);
    }

    /** A wait in the dialog with a bot. */
    public static SavedWait of(SavedDialogue bot) {
        return new SavedWait(null, null, bot, null);
    }

    /** A wait for the delay of a stub. */
    public static SavedWait of(Stub stub) {
        return new SavedWait(null, null, null, stub);
    }
}
