package org.connectchat.flow.action.contact;

import org.connectchat.chat.ChatRefused;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.state.SavedWait;
import org.jspecify.annotations.Nullable;

/**
 * A change that takes the lock of a chat itself. The action makes it without the lock of its own chat, because a thread
 * may hold the lock of one chat only.
 *
 * @param waitsFor what the action waits for meanwhile
 * @param change fails with {@link ChatRefused} only
 */
record UnlockedChange(String waitsFor, Runnable change) implements Pending {

    /** The action has done nothing before the change: it runs again after a load. */
    @Override
    public @Nullable SavedWait save() {
        return null;
    }

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
