package org.connectchat.restjson.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectchat.restjson.tomcat.UnreadBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rest of a body whose response is written. It is read and dropped up to a bound, because many clients read the
 * response only after they have sent the whole body, and would see a broken connection instead.
 */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final long MAX_BYTES = 128L << 20;

    private final AsyncContext async;
    private final AtomicBoolean done = new AtomicBoolean();
    private long left = MAX_BYTES;

    Leftover(AsyncContext async) {
        this.async = async;
    }

    /** Returns false when the bound is exceeded. */
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

    /** Closes the connection, on a thread of the container. */
    void abandon() {
        if (done.compareAndSet(false, true)) {
            LOG.debug("The rest of a request body is not read");
            UnreadBody.abandon((HttpServletRequest) async.getRequest());
            async.complete();
        }
    }
}
