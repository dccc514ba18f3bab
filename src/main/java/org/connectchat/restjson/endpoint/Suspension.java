package org.connectchat.restjson.endpoint;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallLine;
import org.connectchat.restjson.call.CallRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a call wait without a thread. The container dispatches the call again when it is resumed, so that it continues
 * as it began: through the first filter, {@link Endpoint} and, if it fails, the error handler.
 */
final class Suspension implements AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(Suspension.class);
    /** Any path would do: {@link OperationMapping} finds a suspended call by its request. */
    private static final String AGAIN = "/";

    private final Call call;
    private final AsyncContext async;

    private Suspension(Call call, AsyncContext async) {
        this.call = call;
        this.async = async;
    }

    /** Suspends a call from the end of its current dispatch on. A call that is suspended already stays suspended. */
    static Suspension of(Call call) {
        HttpServletRequest request = call.request();
        AsyncContext async = request.isAsyncStarted() ? request.getAsyncContext() : request.startAsync();
        Suspension suspension = new Suspension(call, async);
        async.setTimeout(0); // the delay or the body that it waits for has a time limit of its own
        async.addListener(suspension);
        return suspension;
    }

    /** Continues the call on a thread of the container. The caller calls it once, on any thread. */
    void resume() {
        try {
            async.dispatch(AGAIN);
        } catch (IllegalStateException e) {
            LOG.debug("Call {} ended while it was suspended", call.recorder().requestId(), e);
        }
    }

    /** The connection broke while the call waited. No response can be sent, but the observers are still told. */
    @Override
    public void onError(AsyncEvent event) {
        if (call.recorder().isComplete()) {
            return; // the body broke off: the caller has its response, and the connection is closed with the rest
        }
        call.recorder().abort();
        CallLine.write(call, CallRecord.NO_STATUS);
        call.complete(CallRecord.NO_STATUS);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        onError(event); // only the stop of the container causes this
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // the first filter ends the call
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // a call may wait more than once
    }
}
