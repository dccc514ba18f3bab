package org.connectchat.flow.run;

/** A part of an action that takes time, such as a call of a Lambda function. It runs without a lock and may block. */
@FunctionalInterface
public interface Work {

    /** Does it; must not throw. */
    Completion run();

    /** Goes on with the action under the lock of the chat. */
    @FunctionalInterface
    interface Completion {

        Outcome apply(Step step);
    }
}
