package org.connectchat.control;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.connectchat.restjson.AnsweredCall;
import org.jspecify.annotations.Nullable;

/** A call as the journal shows it. */
record JournaledCall(
        @Schema(description = "Counts all calls since the start; a later call has a greater one")
        long number,

        @Schema(description = "When the call came, by the emulator's clock")
        Instant time,

        String operation,

        @Schema(description = "Whom it was about, or asked for; absent if that never came out") @Nullable
        String contactId,

        @Nullable String initialContactId,
        @Nullable String instanceId,

        @Schema(description = "Absent if the connection was dropped without an answer") @Nullable
        Integer status,

        @Schema(description = "Absent if the call succeeded") @Nullable
        String errorCode,

        @Schema(description = "On the real clock", example = "PT0.001S")
        Duration duration,

        @Schema(description = "What the answer carried in x-amzn-RequestId")
        String requestId,

        @Schema(description = "With *** for each CustomerId and for tokens that open something") @Nullable
        Map<String, Object> body,

        @Schema(description = "Why there is no body to show") @Nullable
        String bodyNote,

        @Schema(description = "The fault that struck it") @Nullable
        String faultId) {

    static JournaledCall of(JournalEntry entry) {
        AnsweredCall call = entry.call();
        CallBody body = CallBody.of(call);
        return new JournaledCall(
                entry.number(),
                call.moment(),
                call.operation(),
                call.contactId(),
                entry.initialContactId(),
                call.instanceId(),
                call.status() == AnsweredCall.NO_STATUS ? null : call.status(),
                call.errorCode(),
                call.took(),
                call.requestId(),
                body.members(),
                body.note(),
                call.faultId());
    }
}
