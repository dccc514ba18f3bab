package org.connectchat.restjson.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectchat.restjson.tomcat.UnreadBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client still sends though it has its response: dropped up to a bound, because many clients look at the response
 * only when they have sent all, and would see the connection break off instead.
 */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final long MOST = 128L << 20;

    private final AsyncContext async;
    private final AtomicBoolean done = new AtomicBoolean();
    private long left = MOST;

    Leftover(AsyncContext async) {
        this.async = async;
    }

    /** False when it has been too much. */
    boolean dropped(int length) {
        left -= length;
        if (left < 0) {
            abandon();
        }
        return left >= 0;
    }

    void over() {
        if (done.compareAndSet(false, true)) {
            async.complete();
        }
    }

    /** The connection goes with what is still to come on it; on a thread of the container's. */
    void abandon() {
        if (done.compareAndSet(false, true)) {
            LOG.debug("The rest of a body is not waited for");
            UnreadBody.abandon((HttpServletRequest) async.getRequest());
            async.complete();
        }
    }
}
