package org.connectchat.flow.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.Weight;
import org.connectchat.flow.state.SavedFlowLog;
import org.connectchat.flow.state.StatePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest 500 actions that a chat has run (rule F79). The lock of the chat guards it. */
public final class FlowLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.flows");
    private static final int MAX_ENTRIES = 500;

    private final Deque<FlowLogEntry> entries = new ArrayDeque<>(4);
    private final List<FlowWatch> watches = new ArrayList<>(0);
    private long lastNumber;
    private boolean closed;

    /** The number of the next entry. */
    public long nextNumber() {
        return lastNumber + 1;
    }

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
        lastNumber = entry.number();
        entries.add(entry);
        memory.hold(weight(entry));
        if (entries.size() > MAX_ENTRIES) {
            memory.giveBack(weight(entries.remove()));
        }
        watches.removeIf(watch -> watch.sees(entry));
    }

    /** The entries, oldest first. */
    public List<FlowLogEntry> entries() {
        return List.copyOf(entries);
    }

    /** The log as it stands. */
    public SavedFlowLog save() {
        return new SavedFlowLog(
                lastNumber, entries.stream().map(FlowLogEntry::save).toList());
    }

    /** A log that was saved; its memory is taken from the account of the chat. */
    public static FlowLog of(SavedFlowLog saved, MemoryAccount memory, StatePath path) {
        FlowLog log = new FlowLog();
        StatePath entries = path.member("entries");
        entries.require(saved.entries().size() <= MAX_ENTRIES, "must have at most " + MAX_ENTRIES + " elements");
        for (SavedFlowLog.Entry entry : saved.entries()) {
            StatePath number = entries.index(log.entries.size()).member("number");
            number.require(entry.number() > log.lastNumber, "must be greater than that of the entry before");
            log.lastNumber = entry.number();
            log.entries.add(FlowLogEntry.of(entry));
            memory.hold(weight(FlowLogEntry.of(entry)));
        }
        path.member("last").require(saved.last() == log.lastNumber, "must be the number of the last entry, or 0");
        return log;
    }

    /** Shows all entries, and those that follow, to a watch until it has seen the one that it waits for. */
    public void show(FlowWatch watch) {
        if (entries.stream().anyMatch(watch::sees)) {
            return;
        }
        if (closed) {
            watch.over();
        } else {
            watches.add(watch);
        }
    }

    /** Shows no further entry to a watch. */
    public void dismiss(FlowWatch watch) {
        watches.remove(watch);
    }

    /** No further entry will come. */
    public void close() {
        closed = true;
        watches.forEach(FlowWatch::over);
        watches.clear();
    }

    private static long weight(FlowLogEntry entry) {
        return 100 + Weight.of(entry.parameters()) + Weight.of(entry.reason());
    }
}
