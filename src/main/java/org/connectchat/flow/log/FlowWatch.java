package org.connectchat.flow.log;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A caller that waits, without a thread, for an entry in the flow log of a chat (rule F80). It is notified once. */
public final class FlowWatch {

    private final Predicate<FlowLogEntry> wanted;
    private final Consumer<@Nullable FlowLogEntry> told;
    private final Executor teller;

    /**
     * A watch.
     *
     * @param wanted whether an entry is the one that the caller waits for
     * @param told gets the entry, or null if the chat ends without it
     * @param teller runs {@code told}
     */
    public FlowWatch(Predicate<FlowLogEntry> wanted, Consumer<@Nullable FlowLogEntry> told, Executor teller) {
        this.wanted = wanted;
        this.told = told;
        this.teller = teller;
    }

    /** Whether the caller waits for this entry. It is notified on another thread, because the lock of the chat is held. */
    boolean sees(FlowLogEntry entry) {
        boolean isWanted = wanted.test(entry);
        if (isWanted) {
            teller.execute(() -> told.accept(entry));
        }
        return isWanted;
    }

    /** The chat has ended, so no entry will come. */
    void over() {
        teller.execute(() -> told.accept(null));
    }
}
