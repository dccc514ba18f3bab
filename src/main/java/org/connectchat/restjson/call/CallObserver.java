package org.connectchat.restjson.call;

/** Hears of every call of an operation once it is over. All beans of this type are told, on the call's own thread. */
@FunctionalInterface
public interface CallObserver {

    /** Must be quick and must not fail: the caller may be waiting for the next answer on the same connection. */
    void answered(CallRecord call);
}
