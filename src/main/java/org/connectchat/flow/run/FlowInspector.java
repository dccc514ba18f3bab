package org.connectchat.flow.run;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.log.FlowWatch;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.thread.FlowTasks;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the flows of chats stand, and what they have done (rules F79 and F80). It takes ids and returns records, so
 * its callers never hold the lock of a chat.
 */
public final class FlowInspector {

    private final ChatStore chats;
    private final QueueLines lines;
    private final Supplier<FlowEngine> engine;
    private final Supplier<FlowTasks> tasks;

    /**
     * An inspector.
     *
     * @param engine made when a first chat has a flow
     * @param tasks where callers are told of entries that they wait for
     */
    FlowInspector(ChatStore chats, QueueLines lines, Supplier<FlowEngine> engine, Supplier<FlowTasks> tasks) {
        this.chats = chats;
        this.lines = lines;
        this.engine = engine;
        this.tasks = tasks;
    }

    /** Where the flow of the chat of a contact stands; null if the chat has no flow, or is unknown. */
    public @Nullable FlowPosition position(String contactId) {
        return read(contactId, (flow, state) -> FlowPosition.of(flow, state, lines));
    }

    /** The actions that the chat of a contact has run, oldest first; null if it has no flow, or is unknown. */
    public @Nullable List<FlowLogEntry> log(String contactId) {
        return read(contactId, (flow, state) -> flow.log());
    }

    /** Goes on without waiting any longer; false if the chat has no flow, or the flow waits for nothing that can be skipped. */
    public boolean goOn(String contactId) {
        Chat chat = chats.byContact(contactId);
        boolean hasFlow = chat != null && chat.locked(state -> state.flow() instanceof ContactFlow);
        return chat != null && hasFlow && engine.get().goOn(chat);
    }

    /**
     * Tells, once, when the flow of a chat has done what it has begun on other threads, such as a call of a function: at once
     * if it has begun nothing, or there is no flow.
     */
    public void whenSettled(String contactId, Runnable told) {
        Chat chat = chats.byContact(contactId);
        if (chat != null && chat.locked(state -> state.flow() instanceof ContactFlow)) {
            engine.get().whenSettled(chat, told);
        } else {
            told.run();
        }
    }

    /**
     * Waits for an entry of the flow log, those that it has included. Nothing is lost between the look at the log and the
     * wait.
     *
     * @param told gets the entry, or null if the chat ends without it; once, on another thread
     * @return what {@link #dismiss} takes; null if the chat has no flow, or is unknown
     */
    public @Nullable FlowWatch watch(
            String contactId, Predicate<FlowLogEntry> wanted, Consumer<@Nullable FlowLogEntry> told) {
        return read(contactId, (flow, state) -> {
            FlowWatch watch = new FlowWatch(
                    wanted, told, telling -> tasks.get().drive(state.contact().instanceId(), telling));
            flow.logbook().show(watch);
            return watch;
        });
    }

    /** Ends a wait, if it has not ended. */
    public void dismiss(String contactId, FlowWatch watch) {
        read(contactId, (flow, state) -> {
            flow.logbook().dismiss(watch);
            return flow;
        });
    }

    private <T> @Nullable T read(String contactId, BiFunction<ContactFlow, ChatState, T> reading) {
        Chat chat = chats.byContact(contactId);
        return chat == null ? null : chat.locked(state -> read(state, reading));
    }

    private static <T> @Nullable T read(ChatState state, BiFunction<ContactFlow, ChatState, T> reading) {
        return state.flow() instanceof ContactFlow flow ? reading.apply(flow, state) : null;
    }
}
