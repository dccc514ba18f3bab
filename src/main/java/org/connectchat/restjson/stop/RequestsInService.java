package org.connectchat.restjson.stop;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the requests in service, each once: the container reports a request that waits without a thread as destroyed only
 * when it has its response.
 */
final class RequestsInService implements ServletRequestListener {

    private final AtomicLong count = new AtomicLong();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        count.incrementAndGet();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        count.decrementAndGet();
    }

    long count() {
        return count.get();
    }
}
