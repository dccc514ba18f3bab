package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.control.ViewedList;
import org.jspecify.annotations.Nullable;

/** A page of the journal. */
@Schema(name = "CallPage", description = "A page of the journal.")
record CallPage(
        @Schema(description = "The calls, in the order in which they ended")
        List<JournaledCall> calls,

        @Schema(description = "Present if there are more calls; pass it as since to get them") @Nullable
        Long next) {

    /** The first calls of those found, at most as many as the limit. Each is read when the response is written. */
    static CallPage of(List<JournalEntry> found, int limit) {
        List<JournalEntry> shown = found.subList(0, Math.min(limit, found.size()));
        return new CallPage(
                new ViewedList<>(shown, JournaledCall::of),
                found.size() > limit ? shown.get(limit - 1).number() : null);
    }
}
