package org.connectchat.restjson.stop;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the requests in service, each once. The container reports a request that waits without a thread as destroyed
 * only after its response.
 */
final class RequestsInService implements ServletRequestListener {

    /** The container may report the end of a request whose body broke off twice. */
    private static final String COUNTED = RequestsInService.class.getName();

    private final AtomicLong count = new AtomicLong();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        event.getServletRequest().setAttribute(COUNTED, true);
        count.incrementAndGet();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest().getAttribute(COUNTED) != null) {
            event.getServletRequest().removeAttribute(COUNTED);
            count.decrementAndGet();
        }
    }

    long count() {
        return count.get();
    }
}
