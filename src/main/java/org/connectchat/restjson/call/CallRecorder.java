package org.connectchat.restjson.call;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.connectchat.restjson.error.ErrorType;
import org.jspecify.annotations.Nullable;

/** Collects the record of one call, and tells the observers at its end. */
public final class CallRecorder {

    private final String requestId;
    private final List<CallObserver> observers;
    private final long arrivedAtNanos = System.nanoTime();

    private @Nullable Instant startedAt;
    private @Nullable String operation;
    private @Nullable String instanceId;
    private @Nullable String contactId;
    private @Nullable String requestedContactId;
    private @Nullable String errorCode;
    private @Nullable String faultId;
    private boolean aborted;
    private boolean reported;

    /** Begins with a request that has just arrived. */
    public CallRecorder(String requestId, List<CallObserver> observers) {
        this.requestId = requestId;
        this.observers = observers;
    }

    void operation(String name) {
        operation = name;
    }

    /** Records the operation of the call. A call without an operation is not reported. */
    public void start(Instant now) {
        startedAt = now;
    }

    /** Records the target of the call. */
    public void target(Target target) {
        instanceId = target.instanceId();
        requestedContactId = target.contactId();
    }

    /** Records the contact that the caller names when the call names no instance. */
    public void requestedContact(@Nullable String newContactId) {
        requestedContactId = newContactId;
    }

    void contact(String newContactId) {
        contactId = newContactId;
    }

    void fault(String newFaultId) {
        faultId = newFaultId;
    }

    /** Records that the response is an error. */
    public void fail(ErrorType type) {
        errorCode = type.code();
    }

    /** Records that the connection is dropped without a response. */
    public void abort() {
        aborted = true;
    }

    @Nullable
    String instanceId() {
        return instanceId;
    }

    @Nullable
    String contactId() {
        return contactId == null ? requestedContactId : contactId;
    }

    /** The contact, if the emulator made its id; a log line may name no other. */
    @Nullable
    String ownContactId() {
        return contactId;
    }

    /** The code of the error response, or null. */
    public @Nullable String errorCode() {
        return errorCode;
    }

    boolean isAborted() {
        return aborted;
    }

    public String requestId() {
        return requestId;
    }

    /** Whether the observers have been told. */
    public boolean isComplete() {
        return reported;
    }

    void complete(int status, byte @Nullable [] body) {
        Instant started = startedAt;
        if (started != null && !reported) {
            reported = true;
            CallRecord completed =
                    toRecord(started, Duration.ofNanos(System.nanoTime() - arrivedAtNanos), status, body);
            for (CallObserver observer : observers) {
                observer.completed(completed);
            }
        }
    }

    private CallRecord toRecord(Instant started, Duration took, int status, byte @Nullable [] body) {
        boolean cut = body != null && body.length > CallRecord.MAX_BODY_BYTES;
        return new CallRecord(
                started,
                requireNonNull(operation),
                contactId(),
                instanceId,
                aborted ? CallRecord.NO_STATUS : status,
                errorCode,
                took,
                requestId,
                body == null ? null : readOnly(cut ? Arrays.copyOf(body, CallRecord.MAX_BODY_BYTES) : body),
                cut,
                faultId);
    }

    private static ByteBuffer readOnly(byte[] bytes) {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
