package org.connectchat.restjson.call;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A completed call of an operation.
 *
 * @param moment when the call arrived, by the emulator's clock
 * @param contactId the contact of the call, or the one that the caller named; null if neither is known
 * @param instanceId null if it is not known
 * @param status the HTTP status, or {@link #NO_STATUS} if the connection was dropped without a response
 * @param errorCode null for a success
 * @param took the duration, on the real clock
 * @param body the bytes that were read of the body, at most {@link #MAX_BODY_BYTES} bytes, or those that its operation
 *     has put in their place; null if the body was not read
 * @param bodyCut whether the body was longer
 * @param faultId the fault that hit the call, or null
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

    /** The number of bytes of a body that are kept. */
    public static final int MAX_BODY_BYTES = 16_384;

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
