package org.connectchat.flow.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.Weight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions that a chat has run, the latest 500 (rule F79). It is guarded by the lock of the chat. */
public final class FlowLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.flows");
    private static final int MAX_ENTRIES = 500;

    private final Deque<FlowLogEntry> entries = new ArrayDeque<>(4);

    /** Adds an entry, whose memory is taken from the account of the chat. */
    public void add(FlowLogEntry entry, MemoryAccount memory) {
        LOG.debug(
                "contact={} flow={} action={} type={} reason={} next={}", // no result: it may be what a customer wrote
                entry.contactId(),
                entry.flowId(),
                entry.identifier(),
                entry.type(),
                entry.reason(),
                entry.nextAction());
        entries.add(entry);
        memory.hold(weight(entry));
        if (entries.size() > MAX_ENTRIES) {
            memory.giveBack(weight(entries.remove()));
        }
    }

    /** The entries, oldest first. */
    public List<FlowLogEntry> entries() {
        return List.copyOf(entries);
    }

    private static long weight(FlowLogEntry entry) {
        return 100 + Weight.of(entry.parameters()) + Weight.of(entry.reason());
    }
}
