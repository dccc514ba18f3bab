package org.connectchat.flow.action.contact;

import org.connectchat.chat.ChatRefused;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;

/**
 * A change of the domain that takes the lock of a chat itself. It is made without the lock of the chat that runs the
 * action, because a thread holds the lock of one chat only.
 *
 * @param waitsFor what the action waits for meanwhile
 * @param change fails with {@link ChatRefused} only
 */
record UnlockedChange(String waitsFor, Runnable change) implements Pending {

    @Override
    public Work work() {
        return this::make;
    }

    private Work.Completion make() {
        Outcome outcome = outcome();
        return step -> outcome;
    }

    private Outcome outcome() {
        try {
            change.run();
            return Outcome.success();
        } catch (ChatRefused refused) {
            return Outcome.failure(refused.message());
        }
    }
}
