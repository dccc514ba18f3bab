package org.connectchat.restjson.call;

/** Drops the caller's connection without a response. */
public final class CallAborted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CallAborted() {
        super("The connection is dropped without a response", null, false, false);
    }
}
