package org.connectchat.restjson.tomcat;

import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many request threads wait for slow clients. A client for which another thread would have to wait loses its
 * connection, so that there are always threads for other clients.
 */
final class BlockedThreads {

    private final Semaphore places;

    BlockedThreads(int most) {
        this.places = new Semaphore(most);
    }

    void enter() throws SocketTimeoutException {
        if (!places.tryAcquire()) {
            throw new SocketTimeoutException("Too many threads wait for slow clients already");
        }
    }

    void leave() {
        places.release();
    }
}
