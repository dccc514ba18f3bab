package org.connectchat.restjson.call;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one log line of a call of an operation; without any token, body or text of the caller. */
public final class CallLine {

    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.calls");

    private CallLine() {}

    public static void write(Call call, int status) {
        Route route = call.route();
        String error = call.errorCode();
        if ((route == null && error == null) || !LOG.isInfoEnabled()) {
            return; // health checks and the like call no operation
        }
        LOG.info(
                "operation={} contact={} outcome={} requestId={}",
                route == null ? "-" : route.name(),
                call.ownContactId() == null ? "-" : call.ownContactId(),
                outcome(call, status, error),
                call.requestId());
    }

    private static String outcome(Call call, int status, @Nullable String error) {
        if (call.isAborted()) {
            return "reset";
        }
        return error == null ? Integer.toString(status) : status + "/" + error;
    }
}
