package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.connectchat.restjson.call.CallRecord;
import org.jspecify.annotations.Nullable;

/** A call of the journal, as the control API shows it. */
@Schema(name = "JournaledCall", description = "A call of an AWS operation.")
record JournaledCall(
        @Schema(description = "Counts all calls since the start; a later call has a greater number", example = "17")
        long number,

        @Schema(description = "When the call came, on the emulator clock", example = "2026-11-22T15:00:00.795Z")
        Instant time,

        @Schema(description = "The AWS name of the operation", example = "StartChatContact")
        String operation,

        @Schema(
                description = "The contact that the call names; absent if the call names none",
                example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        @Nullable
        String contactId,

        @Schema(
                description = "The first contact of the session; absent if no such contact existed",
                example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        @Nullable
        String initialContactId,

        @Schema(
                description = "The instance of the call, by its id; absent if the call names none",
                example = "my-instance")
        @Nullable
        String instanceId,

        @Schema(
                description = "The HTTP status; absent if the connection was dropped without a response",
                example = "200")
        @Nullable
        Integer status,

        @Schema(description = "The code of the error; absent if the call succeeded") @Nullable
        String errorCode,

        @Schema(description = "How long the call took, on the system clock", example = "PT0.001S")
        Duration duration,

        @Schema(
                description = "The value of x-amzn-RequestId in the response",
                example = "92c9b4f8-33b7-46a8-bf9c-7f262dd18bfb")
        String requestId,

        @Schema(
                description = "The JSON body of the request, with *** in place of each CustomerId and of each token "
                        + "that gives access, and of the Content of a response to a view that its flow hides")
        @Nullable
        Map<String, Object> body,

        @Schema(description = "Why the body is not shown; absent if it is") @Nullable
        String bodyNote,

        @Schema(description = "The fault that hit the call") @Nullable
        String faultId) {

    static JournaledCall of(JournalEntry entry) {
        CallRecord call = entry.call();
        RedactedBody body = RedactedBody.of(call);
        return new JournaledCall(
                entry.number(),
                call.moment(),
                call.operation(),
                call.contactId(),
                entry.initialContactId(),
                call.instanceId(),
                call.status() == CallRecord.NO_STATUS ? null : call.status(),
                call.errorCode(),
                call.took(),
                call.requestId(),
                body.members(),
                body.note(),
                call.faultId());
    }
}
