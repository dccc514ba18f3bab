package org.connectchat.restjson.call;

/** Is told of every completed call of an operation. All beans of this type are told, on the call's own thread. */
@FunctionalInterface
public interface CallObserver {

    /** Must be quick and must not fail: the caller may be waiting for the next response on the same connection. */
    void completed(CallRecord call);
}
