package org.connectchat.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectchat.chat.access.ConnectionTokens;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.access.SocketTickets;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.identity.ParticipantToken;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.participation.CustomParticipants;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.chat.transcript.ContactInspector;
import org.connectchat.testkit.MutableClock;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole domain as the application puts it together, on a clock that only the test moves. */
public final class Domain implements AutoCloseable {

    public static final String INSTANCE_ID = "an-instance";

    public final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T10:00:00.123Z"));
    public final ChatContactService chats;
    public final Contacts contacts;
    public final ParticipantTokens participantTokens;
    public final ConnectionTokens connectionTokens;
    public final SocketTickets tickets;
    public final ChatPresence presence;
    public final ChatParticipants participants;
    public final ChatStore store;
    public final CustomParticipants customParticipants;
    public final Agents agents;
    public final ContactInspector records;
    public final MemoryBudget budget;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public Domain() {
        this(new MemoryBudget(1L << 30));
    }

    /** With so much memory. */
    public Domain(MemoryBudget budget) {
        this.budget = budget;
        context.registerBean("memoryBudget", MemoryBudget.class, () -> budget);
        TestPropertyValues.of("emulator.chat.default-duration=25h").applyTo(context);
        context.registerBean("clocks", Clocks.class, () -> new Clocks(clock));
        context.registerBean("catalogue", Catalogue.class, () -> new Catalogue(Map.of()));
        context.scan("org.connectchat.chat");
        context.refresh();
        chats = context.getBean(ChatContactService.class);
        participants = context.getBean(ChatParticipants.class);
        contacts = context.getBean(Contacts.class);
        participantTokens = context.getBean(ParticipantTokens.class);
        connectionTokens = context.getBean(ConnectionTokens.class);
        tickets = context.getBean(SocketTickets.class);
        presence = context.getBean(ChatPresence.class);
        store = context.getBean(ChatStore.class);
        customParticipants = context.getBean(CustomParticipants.class);
        agents = context.getBean(Agents.class);
        records = context.getBean(ContactInspector.class);
    }

    /** How many participants are connected to the chat of a contact. */
    public int present(String contactId) {
        return Objects.requireNonNull(store.byContact(contactId))
                .locked(state -> state.conversation().present());
    }

    /** Starts a chat with an initial message. */
    public StartedChat start() {
        return chats.start(new StartChatCommand(
                INSTANCE_ID,
                "a-flow",
                "Ada",
                Map.of(),
                Map.of(),
                List.of(ContentTypes.PLAIN),
                new ChatMessage(ContentTypes.PLAIN, "I need help"),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null));
    }

    public Seat customerOf(StartedChat chat) {
        return seat(chat.participantToken());
    }

    public Seat botIn(StartedChat chat) {
        return seat(customParticipants
                .add(INSTANCE_ID, chat.contactId(), "Robo", null)
                .participant()
                .token());
    }

    private Seat seat(ParticipantToken token) {
        return Objects.requireNonNull(participantTokens.seat(token.text()));
    }

    public ChatItem say(Seat seat, String content) {
        return participants.send(seat, new ChatMessage(ContentTypes.PLAIN, content), null);
    }

    public void stop(StartedChat chat) {
        chats.stop(INSTANCE_ID, chat.contactId());
    }

    public boolean isKnown(StartedChat chat) {
        return contacts.all().stream().anyMatch(contact -> contact.id().equals(chat.contactId()));
    }

    /** Moves the clock and lets everything happen that has become due. */
    public void after(Duration time) {
        clock.advance(time);
        context.getBean(Deadlines.class).fireDue();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Everything of a type that the application's own objects lead to. */
    public <T> List<T> reachable(Class<T> type) {
        return Reachable.from(context.getBeansOfType(Object.class).values(), type);
    }

    @Override
    public void close() {
        context.close();
    }
}
