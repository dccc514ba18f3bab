package org.connectchat.control;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which calls a caller wants to see. */
record CallQuery(
        @Parameter(description = "An operation's name, such as StartChatContact") @Nullable
        String operation,

        @Nullable String contactId,
        @Nullable String initialContactId,
        @Nullable String instanceId,

        @Min(100) @Max(599) @Nullable Integer status,

        @Parameter(description = "Such as TooManyRequestsException") @Nullable
        String errorCode,

        @Parameter(description = "Calls with a greater number than this; or, as an instant, from then on") @Nullable
        String since) {

    private static final String SINCE = "must be the number of a call, or an instant such as 2026-01-05T10:00:00Z";

    Predicate<JournalEntry> meant(Journal journal, OperationNames operations) {
        operations.checkKnown("operation", operation);
        CallFilter filter = CallFilter.of(journal, operation, contactId, initialContactId, instanceId, status, errorCode);
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
            Instant moment = Moments.parse(since);
            return entry -> !entry.call().moment().isBefore(moment);
        } catch (IllegalArgumentException e) {
            throw ControlProblem.badField("since", SINCE);
        }
    }
}
