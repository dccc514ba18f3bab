package org.connectchat.restjson.call;

import org.connectchat.restjson.error.AwsException;

/**
 * Intercepts calls on their way to an operation and back. All beans of this type are called, in their order, on the
 * call's own thread. An interceptor may ask for a {@link Call#delay}, or throw an {@link AwsException} or {@link
 * CallAborted}. It must not wait: the exception is sent, or the next stage begins, after all delays. An interceptor
 * that does nothing must cost next to nothing.
 */
public interface CallInterceptor {

    /** Whether {@link #arrived} looks at the body of this call. The body is then collected first. */
    default boolean needsBody(Call call) {
        return false;
    }

    /** The call has arrived; no throttle has been asked. */
    default void arrived(Call call) {}

    /** The call has passed the account's throttle; its body has not been read and its instance is not known. */
    default void before(Call call) {}

    /** The target of the call is known; the operation has not done anything. */
    default void targetKnown(Call call) {}

    /** The operation has done its work; an exception that is thrown now replaces its response. */
    default void after(Call call) {}
}
