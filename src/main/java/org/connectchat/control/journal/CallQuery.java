package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.function.Predicate;
import org.connectchat.control.InstanceId;
import org.connectchat.control.OperationNames;
import org.connectchat.control.Since;
import org.jspecify.annotations.Nullable;

/** The calls that a caller asks for. A member that is null admits every call. */
record CallQuery(
        @Parameter(description = "Calls of this operation, by its AWS name such as StartChatContact") @Nullable
        String operation,

        @Parameter(
                description = "Calls about the session that this contact belongs to; any contact id of the session "
                        + "finds it")
        @Nullable
        String contactId,

        @Parameter(description = "Calls about the session that began with this contact") @Nullable
        String initialContactId,

        @Parameter(description = "Calls of this instance, by its id") @InstanceId @Nullable
        String instanceId,

        @Parameter(description = "Calls whose response had this HTTP status") @Min(100) @Max(599) @Nullable
        Integer status,

        @Parameter(description = "Calls that failed with this error, such as TooManyRequestsException") @Nullable
        String errorCode,

        @Parameter(
                description = "Calls with a greater number than this one, or, given an instant, calls from that "
                        + "moment on")
        @Nullable
        String since) {

    Predicate<JournalEntry> filter(Journal journal, OperationNames operations) {
        operations.checkKnown("operation", operation);
        CallFilter filter = CallFilter.of(
                journal::sessionId, operation, contactId, initialContactId, instanceId, status, errorCode);
        Since from = Since.of(since, "a call");
        return entry -> from.admits(entry.number(), entry.call().moment()) && filter.matches(entry);
    }
}
