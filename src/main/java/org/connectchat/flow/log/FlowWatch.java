package org.connectchat.flow.log;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A caller that waits, without a thread, for an entry in the flow log of a chat (rule F80). It is told once. */
public final class FlowWatch {

    private final Predicate<FlowLogEntry> wanted;
    private final Consumer<@Nullable FlowLogEntry> told;
    private final Executor teller;

    public FlowWatch(Predicate<FlowLogEntry> wanted, Consumer<@Nullable FlowLogEntry> told, Executor teller) {
        this.wanted = wanted;
        this.told = told;
        this.teller = teller;
    }

    /** Takes an entry if it is the one; the caller is told on another thread, because the lock of the chat is held. */
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
