package org.connectchat.restjson.call;

/** Observes the completed calls of operations. All beans of this type are called, on the thread of the call. */
@FunctionalInterface
public interface CallObserver {

    /** Must be quick and must not fail: the caller may be waiting for the next response on the same connection. */
    void completed(CallRecord call);
}
