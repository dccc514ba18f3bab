package org.connectchat.flow.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactAttributes;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.memory.Weight;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.reference.Reference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an action can read and change of its chat, under the lock of that chat. */
public final class FlowChat {

    private static final String SYSTEM_NAME = "SYSTEM_MESSAGE";
    private static final String BOT_NAME = "BOT";

    private final ChatState state;
    private final ContactFlow flow;
    private final FlowServices services;

    FlowChat(ChatState state, ContactFlow flow) {
        this.state = state;
        this.flow = flow;
        this.services = flow.services();
    }

    public Contact contact() {
        return state.contact();
    }

    public Instant now() {
        return services.clock().instant();
    }

    /** What flows have set for the contact. */
    public ContactFlowData data() {
        return flow.data();
    }

    /** Finds flows and modules by id. */
    public FlowSource source() {
        return services.source();
    }

    public AccountSettings account() {
        return services.account();
    }

    /** Writes a text as the system participant (rule F30). */
    public void say(String text) {
        say(SYSTEM_NAME, List.of(new ChatMessage(ContentTypes.PLAIN, text)));
    }

    /** Writes a message of any content type as the system participant. */
    public void say(ChatMessage message) {
        say(SYSTEM_NAME, List.of(message));
    }

    /** Writes messages as a bot (rule F31). */
    public void sayAsBot(List<ChatMessage> messages) {
        say(BOT_NAME, messages);
    }

    private void say(String displayName, List<ChatMessage> messages) {
        ParticipantRole onlyTo = flow.hearsAlone();
        if (onlyTo == null) {
            take(messages.stream()
                    .mapToLong(message -> ContactWeight.message(message, null))
                    .sum());
        }
        Author system = new Author(flow.systemParticipantId(), displayName, ParticipantRole.SYSTEM);
        Conversation conversation = state.conversation();
        for (ChatMessage message : messages) {
            Conversation.Draft draft = services.items().ofFlow(contact(), system, message);
            if (onlyTo == null) {
                conversation.publish(draft, now());
            } else {
                conversation.whisper(draft, onlyTo, now());
            }
        }
    }

    private void take(long bytes) {
        if (!contact().memory().take(bytes)) {
            throw new MemoryNeeded(bytes);
        }
    }

    /**
     * Merges attributes into those of the contact; an empty value removes its key.
     *
     * @return why they are refused, or null
     */
    public @Nullable String updateAttributes(Map<String, String> changes) {
        Map<String, String> before = contact().attributes();
        Map<String, String> after;
        try {
            after = ContactAttributes.updated(before, changes);
        } catch (ChatRefused refused) {
            return refused.getMessage();
        }
        long growth = Weight.of(after) - Weight.of(before);
        if (growth > 0) {
            take(growth);
        } else {
            contact().memory().giveBack(-growth);
        }
        state.set(contact().withAttributes(after, now()));
        return null;
    }

    /** Replaces what flows have set of the contact's own data. */
    public void setDetails(ContactDetails details) {
        state.set(contact().withDetails(details, now()));
    }

    /** Whether a participant of a role has connected and not left. */
    public boolean isPresent(ParticipantRole role) {
        Conversation conversation = state.startedConversation();
        return conversation != null
                && contact().participants().stream()
                        .anyMatch(
                                participant -> participant.role() == role && conversation.hasJoined(participant.id()));
    }

    /** The participant of the contact with this role, connected or not; null if there is none. */
    public @Nullable Participant participant(ParticipantRole role) {
        return contact().participants().stream()
                .filter(participant -> participant.role() == role)
                .findFirst()
                .orElse(null);
    }

    /** Whether the contact waits in a queue. */
    public boolean isQueued() {
        return flow.place().isQueued();
    }

    /**
     * Puts the contact into a queue (rule F42).
     *
     * @return false if the queue is at capacity
     */
    public boolean enqueue(Queue queue) {
        return flow.place().enter(state, queue);
    }

    /** Rule F81: whether another contact may follow in the session. */
    public boolean mayHandOver() {
        return state.mayHandOver();
    }

    /**
     * Moves the contact from its queue to another one, in a contact of its own.
     *
     * @return false if the queue is at capacity
     */
    public boolean moveTo(Queue queue) {
        return flow.place().moveTo(state, queue);
    }

    /** A number from 1 to 100, from the seeded source of ids if there is one. */
    public int randomPercentage() {
        return 1 + (int) (Long.parseLong(services.ids().id().substring(0, 8), 16) % 100);
    }

    /** The language of the contact, {@code en-US} unless a flow has set it. */
    public String languageCode() {
        return ContactRoots.languageCode(contact());
    }

    /** The id of the session, by which routing knows the chat. */
    String sessionId() {
        return contact().sessionId();
    }

    Runnable whenDue(long number) {
        return () -> flow.engine().due(flow, number);
    }

    @Nullable
    JsonNode value(Reference reference) {
        return services.roots().value(contact(), data().target(), reference);
    }
}
