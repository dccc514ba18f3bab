package org.connectchat.control;

import org.connectchat.restjson.AnsweredCall;
import org.jspecify.annotations.Nullable;

/** Which calls are meant; what is null leaves a member open. */
record CallFilter(
        @Nullable String operation,
        @Nullable String contactId,
        @Nullable String instanceId,
        @Nullable Integer status,
        @Nullable String errorCode) {

    boolean matches(AnsweredCall call) {
        return isOrOpen(operation, call.operation())
                && isOrOpen(contactId, call.contactId())
                && isOrOpen(instanceId, call.instanceId())
                && isOrOpen(errorCode, call.errorCode())
                && (status == null || status == call.status());
    }

    private static boolean isOrOpen(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
