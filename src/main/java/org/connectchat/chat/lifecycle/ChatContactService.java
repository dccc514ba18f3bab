package org.connectchat.chat.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.ItemStream;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatFlows;
import org.connectchat.chat.session.ChatFlows.KnownFlow;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Starts chats and ends them. */
public final class ChatContactService {

    private final Clocks clocks;
    private final Catalogue catalogue;
    private final ChatStore chats;
    private final NewContacts newContacts;
    private final ChatOrigins origins;
    private final ActiveChats activeChats;
    private final ClientTokens clientTokens;
    private final ChatDeadlines deadlines;
    private final ChatEndings endings;
    private final ChatMemory memory;
    private final ChatFlows flows;
    private final ContactStreamings streamings;
    /** A chat is started either before a reset, which then removes it, or after it. */
    private final ReadWriteLock resetting = new ReentrantReadWriteLock();

    ChatContactService(
            Clocks clocks,
            Catalogue catalogue,
            ChatStore chats,
            NewContacts newContacts,
            ActiveChats activeChats,
            ClientTokens clientTokens,
            ChatDeadlines deadlines,
            ChatEndings endings,
            ChatMemory memory,
            ChatFlows flows,
            ContactStreamings streamings) {
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.chats = chats;
        this.newContacts = newContacts;
        this.origins = new ChatOrigins(chats);
        this.activeChats = activeChats;
        this.clientTokens = clientTokens;
        this.deadlines = deadlines;
        this.endings = endings;
        this.memory = memory;
        this.flows = flows;
        this.streamings = streamings;
    }

    /**
     * Starts a chat, or returns the one that this ClientToken started before (rule B1).
     *
     * @throws ChatRefused if the catalogue, the origin, the quota or the memory does not allow it, checked in this
     *     order
     */
    public StartedChat start(StartChatCommand command) {
        return memory.makingPlace(() -> startOnce(command));
    }

    private StartedChat startOnce(StartChatCommand command) {
        String clientToken = command.clientToken();
        resetting.readLock().lock();
        try {
            return clientToken == null || clientToken.isEmpty()
                    ? startNew(command)
                    : clientTokens.once(command.instanceId(), clientToken, () -> startNew(command));
        } finally {
            resetting.readLock().unlock();
        }
    }

    private StartedChat startNew(StartChatCommand command) {
        String flowId = command.contactFlowId();
        catalogue.require(command.instanceId(), flowId);
        KnownFlow flow = flowId == null ? null : flows.find(command.instanceId(), flowId);
        Origin origin = command.origin();
        Contact source = origin == null ? null : origins.resolve(command.instanceId(), origin);
        Contact contact = newContacts.make(command, source, memory.open());
        activeChats.enter(contact.instanceId());
        String topicArn = command.streamingTopicArn();
        long streamed = topicArn == null ? 0 : ContactWeight.streaming(topicArn, null);
        if (!contact.memory().take(ContactWeight.of(contact) + streamed)) {
            activeChats.leave(contact.instanceId());
            throw memory.fullForChats();
        }
        // From here on nothing can fail, so a place that was taken belongs to a chat that exists.
        Chat chat = chats.create(contact);
        ItemStream streaming = topicArn == null ? null : streamings.open(contact, topicArn);
        chat.locked(state -> {
            state.open();
            deadlines.start(chat, contact);
            if (streaming != null) {
                ContactStreamings.startWith(state, streaming, streamed);
            }
            if (flow != null) {
                ChatFlow running = flow.of(chat);
                state.setFlow(running);
                running.opened(state);
            }
            return contact;
        });
        String continuedFrom = source == null || origin instanceof Origin.Related ? null : source.id();
        Participant customer = contact.customer();
        return new StartedChat(
                contact.id(),
                customer.id(),
                customer.token(),
                continuedFrom,
                streaming == null ? null : streaming.id(),
                false);
    }

    /**
     * Ends a chat that is active in this contact; a contact that has ended stays as it is.
     *
     * @return the contact as it is afterwards
     * @throws ChatRefused if the instance has no such contact
     */
    public Contact stop(String instanceId, String contactId) {
        Chat chat = KnownChat.of(chats, instanceId, contactId);
        endings.end(
                chat,
                state -> state.contact().id().equals(contactId),
                DisconnectReason.API,
                clocks.now(instanceId),
                null);
        Contact stopped = chat.contact(contactId);
        return stopped == null ? chat.contact() : stopped;
    }

    /**
     * Ends the chat that a contact belongs to, for the reason that the caller gives.
     *
     * @throws ChatRefused if there is no such contact, or its chat has ended
     */
    public Contact end(String contactId, DisconnectReason reason) {
        Chat chat = chats.byContact(contactId);
        if (chat == null) {
            throw new ChatRefused(ChatRefused.Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
        }
        if (!endings.end(chat, state -> true, reason, clocks.now(chat.contact().instanceId()), null)) {
            throw new ChatRefused(
                    ChatRefused.Reason.CHAT_ENDED, "Contact " + chat.contact().id() + " has ended already");
        }
        return chat.contact();
    }

    /** Removes all chats, or those of one instance, without a trace; returns how many there were. */
    public int reset(@Nullable String instanceId) {
        return reset(instanceId, () -> {});
    }

    /** Removes all chats, and takes a step before another chat can start. */
    int replaceAll(Runnable step) {
        return reset(null, step);
    }

    /** Removes chats like {@link #reset(String)}, and takes a step before another chat can start. */
    public int reset(@Nullable String instanceId, Runnable step) {
        resetting.writeLock().lock();
        try {
            int removed = instanceId == null ? removeAll() : removeOf(instanceId);
            step.run();
            return removed;
        } finally {
            resetting.writeLock().unlock();
        }
    }

    /** Puts empty collections in the place of all that are kept for chats, so that the time does not depend on their number. */
    private int removeAll() {
        Instant now = clocks.emulator().instant();
        int removed = deadlines.pausedFor(() -> chats.removeAll(now, () -> {
            deadlines.clear();
            activeChats.clear();
            endings.clear();
            clientTokens.clear();
            memory.startAnew();
        }));
        endings.notifyAllRemoved();
        return removed;
    }

    private int removeOf(String instanceId) {
        Instant now = clocks.now(instanceId);
        List<Chat> removed = chats.all().stream()
                .filter(chat -> chat.contact().instanceId().equals(instanceId))
                .toList();
        removed.forEach(chat -> endings.discard(chat, now));
        clientTokens.forget(instanceId);
        return removed.size();
    }

    /**
     * Registers a callback that runs once when a chat ends, with its last contact. The lock of the chat is held, so the
     * callback must return at once.
     */
    public void whenEnded(Consumer<Contact> ending) {
        endings.whenEnded(state -> ending.accept(state.contact()));
    }

    /** Registers a callback that runs when all chats were removed at once, instead of those for each of them. */
    public void whenAllRemoved(Runnable callback) {
        endings.whenAllRemoved(callback);
    }

    /** Registers a callback that runs once, without a lock, when an ended chat is no longer kept. */
    public void whenForgotten(Consumer<Contact> callback) {
        endings.whenForgotten(callback);
    }
}
