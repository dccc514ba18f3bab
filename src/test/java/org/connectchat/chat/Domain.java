package org.connectchat.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.testkit.MutableClock;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole domain as the application puts it together, on a clock that only the test moves. */
final class Domain implements AutoCloseable {

    static final String INSTANCE_ID = "an-instance";

    final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T10:00:00.123Z"));
    final ChatContactService chats;
    final ChatParticipants participants;
    final Conversations conversations;
    final CustomParticipants customParticipants;
    final Agents agents;
    final ChatRecords records;
    final MemoryBudget budget;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Domain() {
        this(UnaryOperator.identity());
    }

    /** With a store around the ordinary one. */
    Domain(UnaryOperator<ContactStore> around) {
        this(around, new MemoryBudget(1L << 30));
    }

    /** With so much memory. */
    Domain(MemoryBudget budget) {
        this(UnaryOperator.identity(), budget);
    }

    private Domain(UnaryOperator<ContactStore> around, MemoryBudget budget) {
        this.budget = budget;
        context.registerBean("memoryBudget", MemoryBudget.class, () -> budget);
        TestPropertyValues.of("emulator.chat.default-duration=25h").applyTo(context);
        context.registerBean("clock", EmulatorClock.class, () -> new EmulatorClock(clock));
        context.registerBean("contactStore", ContactStore.class, () -> around.apply(new InMemoryContactStore()));
        context.registerBean("catalogue", Catalogue.class, () -> new Catalogue(Map.of()));
        context.register(ChatConfiguration.class);
        context.refresh();
        chats = context.getBean(ChatContactService.class);
        participants = context.getBean(ChatParticipants.class);
        conversations = context.getBean(Conversations.class);
        customParticipants = context.getBean(CustomParticipants.class);
        agents = context.getBean(Agents.class);
        records = context.getBean(ChatRecords.class);
    }

    /** Starts a chat with an initial message. */
    StartedChat start() {
        return chats.start(new StartChat(
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
                List.of()));
    }

    Seat customerOf(StartedChat chat) {
        return seat(chat.participantToken());
    }

    Seat botIn(StartedChat chat) {
        return seat(customParticipants
                .add(INSTANCE_ID, chat.contactId(), "Robo", null)
                .participant()
                .token());
    }

    private Seat seat(ParticipantToken token) {
        return Objects.requireNonNull(participants.byParticipantToken(token.text()));
    }

    ChatItem say(Seat seat, String content) {
        return participants.send(seat, new ChatMessage(ContentTypes.PLAIN, content), null);
    }

    void stop(StartedChat chat) {
        chats.stop(INSTANCE_ID, chat.contactId());
    }

    boolean isKnown(StartedChat chat) {
        return chats.all().stream().anyMatch(contact -> contact.id().equals(chat.contactId()));
    }

    /** Moves the clock and lets everything happen that has become due. */
    void after(Duration time) {
        clock.advance(time);
        context.getBean(Deadlines.class).fireDue();
    }

    /** Everything of a type that the application's own objects lead to. */
    <T> List<T> reachable(Class<T> type) {
        return Reachable.from(context.getBeansOfType(Object.class).values(), type);
    }

    @Override
    public void close() {
        context.close();
    }
}
