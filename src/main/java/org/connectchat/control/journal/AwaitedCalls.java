package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.control.ViewedList;

/** The calls that a caller waited for. */
@Schema(name = "AwaitedCalls", description = "The calls that were waited for.")
record AwaitedCalls(
        @Schema(description = "The calls, oldest first") List<JournaledCall> calls) {

    /** Reads each call when the response is written, not on the thread whose call came last. */
    static AwaitedCalls of(List<JournalEntry> entries) {
        return new AwaitedCalls(new ViewedList<>(entries, JournaledCall::of));
    }
}
