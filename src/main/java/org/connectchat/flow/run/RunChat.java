package org.connectchat.flow.run;

import java.time.Duration;
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
import org.connectchat.chat.contact.RoutingData;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.memory.Weight;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.action.ContactFlowData;
import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.execution.MemoryNeeded;
import org.connectchat.flow.execution.RunningChat;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.reference.Reference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chat of a run, as its actions see it. */
final class RunChat implements RunningChat {

    private static final String SYSTEM_NAME = "SYSTEM_MESSAGE";
    private static final String BOT_NAME = "BOT";

    private final ChatState state;
    private final ContactParts parts;
    private final @Nullable ParticipantRole onlyTo;
    private final FlowServices services;

    /** @param onlyTo the role that alone hears the run (rule F44); null if all participants do */
    RunChat(ChatState state, ContactParts parts, @Nullable ParticipantRole onlyTo) {
        this.state = state;
        this.parts = parts;
        this.onlyTo = onlyTo;
        this.services = parts.services();
    }

    @Override
    public Contact contact() {
        return state.contact();
    }

    @Override
    public Instant now() {
        return services.clocks().now(contact().instanceId());
    }

    @Override
    public ContactFlowData data() {
        return parts.data();
    }

    @Override
    public FlowSource source() {
        return services.source();
    }

    @Override
    public AccountSettings account() {
        return services.account();
    }

    @Override
    public void say(String text) {
        say(SYSTEM_NAME, List.of(new ChatMessage(ContentTypes.PLAIN, text)));
    }

    @Override
    public void say(ChatMessage message) {
        say(SYSTEM_NAME, List.of(message));
    }

    @Override
    public void sayAsBot(List<ChatMessage> messages) {
        say(BOT_NAME, messages);
    }

    private void say(String displayName, List<ChatMessage> messages) {
        if (onlyTo == null) {
            take(messages.stream()
                    .mapToLong(message -> ContactWeight.message(message, null))
                    .sum());
        }
        Author system = new Author(parts.systemParticipantId(), displayName, ParticipantRole.SYSTEM);
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

    private void grow(long bytes) {
        if (bytes > 0) {
            take(bytes);
        } else {
            contact().memory().giveBack(-bytes);
        }
    }

    @Override
    public @Nullable String updateAttributes(Map<String, String> changes) {
        Map<String, String> before = contact().attributes();
        Map<String, String> after;
        try {
            after = ContactAttributes.updated(before, changes);
        } catch (ChatRefused refused) {
            return refused.getMessage();
        }
        grow(Weight.of(after) - Weight.of(before));
        state.set(contact().withAttributes(after, now()));
        return null;
    }

    @Override
    public void setDetails(ContactDetails details) {
        grow(ContactWeight.of(details) - ContactWeight.of(contact().details()));
        state.set(contact().withDetails(details, now()));
    }

    @Override
    public boolean isPresent(ParticipantRole role) {
        Conversation conversation = state.startedConversation();
        return conversation != null
                && contact().participants().stream()
                        .anyMatch(
                                participant -> participant.role() == role && conversation.hasJoined(participant.id()));
    }

    @Override
    public @Nullable Participant participant(ParticipantRole role) {
        return contact().participants().stream()
                .filter(participant -> participant.role() == role)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean isQueued() {
        return parts.place().isQueued();
    }

    @Override
    public boolean enqueue(Queue queue) {
        return parts.place().enter(state, queue);
    }

    @Override
    public boolean mayHandOver() {
        return state.mayHandOver();
    }

    @Override
    public boolean moveTo(Queue queue) {
        return parts.place().moveTo(state, queue);
    }

    @Override
    public void setPriority(long priority) {
        reorder(RoutingData.ofPriority(priority));
    }

    @Override
    public void setAdjustment(Duration adjustment) {
        reorder(RoutingData.ofAdjustment(adjustment));
    }

    private void reorder(RoutingData changes) {
        ContactDetails details = contact().details();
        setDetails(details.withRouting(details.routing().changed(changes)));
        parts.place().reorder(contact(), parts.driver());
    }

    @Override
    public int randomPercentage() {
        String id = services.ids().of(contact().instanceId()).id();
        return 1 + (int) (Long.parseLong(id.substring(0, 8), 16) % 100);
    }

    @Override
    public String languageCode() {
        return ContactRoots.languageCode(contact());
    }

    @Override
    public String sessionId() {
        return contact().sessionId();
    }

    @Override
    public Runnable whenDue(long number) {
        return () -> parts.driver().due(parts.chat(), number);
    }

    @Override
    public @Nullable JsonNode value(Reference reference) {
        return services.roots().value(contact(), data().target(), reference);
    }
}
