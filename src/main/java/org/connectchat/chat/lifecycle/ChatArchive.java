package org.connectchat.chat.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.SavedConversation;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.session.FlowRestorer;
import org.connectchat.chat.session.LoadedChat;
import org.connectchat.chat.session.SavedChat;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.chat.time.TimeTravels;

/** Saves all chats, one after the other, and puts saved ones in the place of all that are there. */
public final class ChatArchive {

    private final ChatStore store;
    private final ChatContactService service;
    private final ClientTokens clientTokens;
    private final ActiveChats activeChats;
    private final ChatDeadlines deadlines;
    private final ChatEndings endings;
    private final ContactStreamings streamings;
    private final ChatMemory memory;
    private final TimeTravels travels;
    private final List<BiConsumer<Chat, ChatState>> resumptions = new CopyOnWriteArrayList<>();

    ChatArchive(
            ChatStore store,
            ChatContactService service,
            ClientTokens clientTokens,
            ActiveChats activeChats,
            ChatDeadlines deadlines,
            ChatEndings endings,
            ContactStreamings streamings,
            ChatMemory memory,
            TimeTravels travels) {
        this.store = store;
        this.service = service;
        this.clientTokens = clientTokens;
        this.activeChats = activeChats;
        this.deadlines = deadlines;
        this.endings = endings;
        this.streamings = streamings;
        this.memory = memory;
        this.travels = travels;
    }

    /** Registers a step that each loaded chat that is active takes under its lock, when all of them can be found. */
    public void whenResumed(BiConsumer<Chat, ChatState> resumption) {
        resumptions.add(resumption);
    }

    /**
     * Saves each chat as it is at one moment, those that started first before the others. The consumer is called without a
     * lock.
     */
    public void save(Consumer<SavedChat> saved) {
        List<Chat> all = new ArrayList<>(store.all());
        all.sort(Comparator.comparing((Chat chat) -> chat.contact().timeline().chatStartedAt())
                .thenComparing(Chat::sessionId));
        for (Chat chat : all) {
            SavedChat state = chat.locked(ChatState::save);
            if (state != null) {
                saved.accept(state);
            }
        }
    }

    /** What the clocks show when no movement is under way, which halts them. */
    public TimeTravels.Readings clocks() {
        return travels.read();
    }

    /** The results of all ClientTokens, oldest first. */
    public List<SavedStart> starts() {
        return clientTokens.save();
    }

    /**
     * Makes chats of what was saved. Nothing that can be seen changes.
     *
     * @throws org.connectchat.chat.StateRefused if something is wrong
     */
    public LoadedChats load(List<SavedChat> saved, List<SavedStart> starts, FlowRestorer flows) {
        return LoadedChats.of(
                saved, starts, store, flows, streamings, memory.budget().limit());
    }

    /**
     * Puts loaded chats in the place of all others, in one step: no chat starts and no deadline fires meanwhile. The result
     * comes when the deadlines have fired that are overdue.
     *
     * @param between a step between the end of the old chats and the beginning of the new ones
     */
    public CompletableFuture<EmulatorClock.Reading> replace(
            LoadedChats loaded, Runnable between, TimeTravels.Readings clocks) {
        List<Chat> surplus = new ArrayList<>();
        return travels.replace(
                        service::replaceAll,
                        () -> {
                            between.run();
                            surplus.addAll(open(loaded));
                        },
                        clocks)
                .whenComplete((reading, problem) -> surplus.forEach(endings::forget));
    }

    /** Returns the ended chats that are beyond the maximum. */
    private List<Chat> open(LoadedChats loaded) {
        loaded.starts().forEach(clientTokens::restore);
        for (LoadedChat each : loaded.chats()) {
            each.chat().memory().moveTo(memory.pool());
            each.register();
        }
        List<Chat> surplus = new ArrayList<>();
        List<Chat> ended = new ArrayList<>();
        for (LoadedChat each : loaded.chats()) {
            each.chat().locked(state -> resume(each, state));
            if (!each.chat().contact().isActive()) {
                ended.add(each.chat());
            }
        }
        ended.sort(Comparator.comparing(chat -> chat.contact().endedAt()));
        for (Chat chat : ended) {
            Chat oldest = chat.locked(state -> endings.keep(chat));
            if (oldest != null) {
                surplus.add(oldest);
            }
        }
        return surplus;
    }

    private Contact resume(LoadedChat loaded, ChatState state) {
        Contact contact = state.contact();
        SavedConversation talk = loaded.saved().conversation();
        if (talk != null) {
            streamings.resume(state, talk.streams());
        }
        if (contact.isActive()) {
            activeChats.restore(contact.instanceId());
            deadlines.resume(loaded.chat(), contact);
            resumptions.forEach(resumption -> resumption.accept(loaded.chat(), state));
            ChatFlow flow = state.flow();
            if (flow != null) {
                flow.resume(state);
            }
        }
        return contact;
    }
}
