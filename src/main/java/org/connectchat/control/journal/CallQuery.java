package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.function.Predicate;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.Instants;
import org.connectchat.control.OperationNames;
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

        @Parameter(description = "Calls of this instance, by its id") @Nullable
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

    private static final String SINCE = "must be the number of a call, or an instant such as 2026-01-05T10:00:00Z";

    Predicate<JournalEntry> filter(Journal journal, OperationNames operations) {
        operations.checkKnown("operation", operation);
        CallFilter filter = CallFilter.of(
                journal::sessionId, operation, contactId, initialContactId, instanceId, status, errorCode);
        Predicate<JournalEntry> recent = recent();
        return entry -> recent.test(entry) && filter.matches(entry);
    }

    private Predicate<JournalEntry> recent() {
        if (since == null) {
            return entry -> true;
        }
        try {
            if (since.indexOf('T') < 0) {
                long number = Long.parseLong(since);
                return entry -> entry.number() > number;
            }
            Instant moment = Instants.parse(since);
            return entry -> !entry.call().moment().isBefore(moment);
        } catch (IllegalArgumentException e) {
            throw ControlProblem.badField("since", SINCE);
        }
    }
}
