package org.connectchat.restjson.body;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends the wait for the rest of a body whose response is written. */
record DropTimeout(Leftover leftover) implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) {
        leftover.abandon();
    }

    @Override
    public void onError(AsyncEvent event) {
        leftover.abandon();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // the timeout has done its work
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // a second call does nothing
    }
}
