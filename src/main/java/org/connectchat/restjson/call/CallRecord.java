package org.connectchat.restjson.call;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of an operation that is over.
 *
 * @param moment when it came, by the emulator's clock
 * @param contactId the contact that it was about, or that it asked for; null if that never came out
 * @param instanceId null if that never came out
 * @param status the HTTP status, or {@link #NO_STATUS} if the connection was dropped without an answer
 * @param errorCode null for a success
 * @param took on the real clock
 * @param body what was read of the body, at most {@link #LONGEST_BODY} bytes; null if nobody read it
 * @param bodyCut whether the body was longer
 * @param faultId the mark that an interceptor left, or null
 */
public record CallRecord(
        Instant moment,
        String operation,
        @Nullable String contactId,
        @Nullable String instanceId,
        int status,
        @Nullable String errorCode,
        Duration took,
        String requestId,
        @Nullable ByteBuffer body,
        boolean bodyCut,
        @Nullable String faultId) {

    /** The status of a call whose connection was dropped. */
    public static final int NO_STATUS = 0;

    /** So many bytes of a body are handed on. */
    public static final int LONGEST_BODY = 16_384;

    /** The call with an empty part of its body. */
    public CallRecord withoutBody() {
        return body == null
                ? this
                : new CallRecord(
                        moment,
                        operation,
                        contactId,
                        instanceId,
                        status,
                        errorCode,
                        took,
                        requestId,
                        ByteBuffer.allocate(0),
                        true,
                        faultId);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "CallRecord[" + operation + ", " + status + ", " + requestId + "]";
    }
}
