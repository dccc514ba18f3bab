package org.connectchat.control.journal;

import java.util.function.UnaryOperator;
import org.connectchat.control.Criterion;
import org.connectchat.restjson.call.CallRecord;
import org.jspecify.annotations.Nullable;

/**
 * Selects calls of the journal. A member that is null admits every call.
 *
 * @param sessionId the session of the contact id; both find the calls of all contacts of a session (rule C13)
 */
record CallFilter(
        @Nullable String operation,
        @Nullable String contactId,
        @Nullable String sessionId,
        @Nullable String initialContactId,
        @Nullable String instanceId,
        @Nullable Integer status,
        @Nullable String errorCode) {

    /** @param sessions finds the session of a contact id */
    static CallFilter of(
            UnaryOperator<String> sessions,
            @Nullable String operation,
            @Nullable String contactId,
            @Nullable String initialContactId,
            @Nullable String instanceId,
            @Nullable Integer status,
            @Nullable String errorCode) {
        String sessionId = contactId == null ? null : sessions.apply(contactId);
        return new CallFilter(operation, contactId, sessionId, initialContactId, instanceId, status, errorCode);
    }

    boolean matches(JournalEntry entry) {
        CallRecord call = entry.call();
        return Criterion.matches(operation, call.operation())
                && (Criterion.matches(contactId, call.contactId())
                        || Criterion.matches(sessionId, entry.initialContactId()))
                && Criterion.matches(initialContactId, entry.initialContactId())
                && Criterion.matches(instanceId, call.instanceId())
                && Criterion.matches(errorCode, call.errorCode())
                && (status == null || status == call.status());
    }
}
