package org.connectchat.restjson.call;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;

/**
 * The one log line of a call of an operation. It holds no token, no body and no text of the caller. A structured log has its
 * parts as fields too (rule V41).
 */
public final class CallLine {

    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.calls");

    /** Decided once: a line of text without fields costs less than half as much. */
    private static final boolean HAS_FIELDS = isSet(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT)
            || isSet(LoggingSystemProperty.FILE_STRUCTURED_FORMAT);

    private CallLine() {}

    public static void write(Call call, int status) {
        CallRecorder recorder = call.recorder();
        Route route = call.operationIfAny();
        String error = recorder.errorCode();
        if ((route == null && error == null) || !LOG.isInfoEnabled()) {
            return; // a health check, for example, calls no operation
        }
        write(
                route == null ? null : route.name(),
                recorder.ownContactId(),
                recorder.isAborted() ? "reset" : outcome(status, error),
                recorder.requestId());
    }

    /** Writes the line of a call that has no {@link Call}; without operation or contact if that is null. */
    public static void write(
            @Nullable String operation, @Nullable String contact, String outcome, @Nullable String requestId) {
        // A pattern with arguments costs twice as much as the text itself.
        String text = "operation=" + (operation == null ? "-" : operation) + " contact="
                + (contact == null ? "-" : contact) + " outcome=" + outcome + " requestId=" + requestId;
        if (!HAS_FIELDS) {
            LOG.info(text);
            return;
        }
        LoggingEventBuilder line = LOG.atInfo();
        line = with(line, "operation", operation);
        line = with(line, "contact", contact);
        line = with(line, "outcome", outcome);
        line = with(line, "requestId", requestId);
        line.log(text);
    }

    /** The status, and after an error its code. */
    public static String outcome(int status, @Nullable String error) {
        return error == null ? Integer.toString(status) : status + "/" + error;
    }

    private static LoggingEventBuilder with(LoggingEventBuilder line, String name, @Nullable String value) {
        return value == null ? line : line.addKeyValue(name, value);
    }

    private static boolean isSet(LoggingSystemProperty property) {
        return !Objects.requireNonNullElse(System.getProperty(property.getEnvironmentVariableName()), "")
                .isEmpty();
    }
}
