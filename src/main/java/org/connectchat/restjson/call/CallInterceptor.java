package org.connectchat.restjson.call;

import org.connectchat.restjson.error.AwsException;

/**
 * May come between a call and its operation. All beans of this type are asked, in their order, on the call's own thread;
 * each may ask for a {@link Call#delay}, throw an {@link AwsException} or {@link CallAborted}, or do nothing, which should
 * cost nothing. None may wait: what it throws is told, and the next stage begins, when the delays are over.
 */
public interface CallInterceptor {

    /** Whether {@link #arrived} looks at the body of this call, which then is collected first. */
    default boolean needsBody(Call call) {
        return false;
    }

    /** The call has come, and has not even taken a token of the throttle. */
    default void arrived(Call call) {}

    /** The call has passed the account's throttle; neither its body has been read nor its instance is known. */
    default void before(Call call) {}

    /** The operation knows which instance the call is about, and has not done anything yet. */
    default void atInstance(Call call) {}

    /** The operation has done its work; what is thrown now is answered in place of its success. */
    default void after(Call call) {}
}
