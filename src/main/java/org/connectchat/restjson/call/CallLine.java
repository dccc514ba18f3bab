package org.connectchat.restjson.call;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one log line of a call of an operation. It holds no token, no body and no text of the caller. */
public final class CallLine {

    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.calls");

    private CallLine() {}

    public static void write(Call call, int status) {
        CallRecorder recorder = call.recorder();
        Route route = call.operationIfAny();
        String error = recorder.errorCode();
        if ((route == null && error == null) || !LOG.isInfoEnabled()) {
            return; // a health check, for example, calls no operation
        }
        String contact = recorder.ownContactId();
        // A pattern with arguments costs twice as much as the text itself.
        LOG.info("operation=" + (route == null ? "-" : route.name()) + " contact=" + (contact == null ? "-" : contact)
                + " outcome=" + outcome(recorder, status, error) + " requestId=" + recorder.requestId());
    }

    private static String outcome(CallRecorder recorder, int status, @Nullable String error) {
        if (recorder.isAborted()) {
            return "reset";
        }
        return error == null ? Integer.toString(status) : status + "/" + error;
    }
}
