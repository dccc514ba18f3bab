package org.connectchat.control.journal;

import org.connectchat.restjson.call.CallRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are meant; a member that is null admits every call.
 *
 * @param sessionId the session of the contact id; the two together find the calls of all contacts of a session (rule C13)
 */
record CallFilter(
        @Nullable String operation,
        @Nullable String contactId,
        @Nullable String sessionId,
        @Nullable String initialContactId,
        @Nullable String instanceId,
        @Nullable Integer status,
        @Nullable String errorCode) {

    static CallFilter of(
            Journal journal,
            @Nullable String operation,
            @Nullable String contactId,
            @Nullable String initialContactId,
            @Nullable String instanceId,
            @Nullable Integer status,
            @Nullable String errorCode) {
        String sessionId = contactId == null ? null : journal.sessionId(contactId);
        return new CallFilter(operation, contactId, sessionId, initialContactId, instanceId, status, errorCode);
    }

    boolean matches(JournalEntry entry) {
        CallRecord call = entry.call();
        return isOrOpen(operation, call.operation())
                && (isOrOpen(contactId, call.contactId()) || isOrOpen(sessionId, entry.initialContactId()))
                && isOrOpen(initialContactId, entry.initialContactId())
                && isOrOpen(instanceId, call.instanceId())
                && isOrOpen(errorCode, call.errorCode())
                && (status == null || status == call.status());
    }

    private static boolean isOrOpen(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
