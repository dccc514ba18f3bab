package org.connectchat.restjson.call;

/** Drops the caller's connection without any answer. */
public final class CallAborted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CallAborted() {
        super("The connection is to be dropped without an answer", null, false, false);
    }
}
