package org.connectchat.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.testkit.MutableClock;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The domain on a clock that only the test moves; deadlines fire when the test says so. */
public final class ChatFixture {

    public static final Instant START = Instant.parse("2026-01-05T10:00:00.123Z");
    public static final String INSTANCE_ID = "an-instance";
    public static final Duration FOREVER = Duration.ofDays(3650);

    public final MutableClock clock = new MutableClock(START);
    public final Deadlines deadlines;
    public final ChatContactService chats;
    public final Contacts contacts;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public ChatFixture(ChatSettings settings, int quota) {
        TestPropertyValues.of(
                        "emulator.chat.connection-deadline=" + settings.connectionDeadline(),
                        "emulator.chat.default-duration=" + settings.defaultDuration(),
                        "emulator.chat.idempotency-window=" + settings.idempotencyWindow(),
                        "emulator.chat.retention=" + settings.retention(),
                        "emulator.chat.retained-contacts=" + settings.retainedContacts(),
                        "emulator.quotas.concurrent-active-chats=" + quota)
                .applyTo(context);
        Clocks clocks = new Clocks(clock);
        context.registerBean("clocks", Clocks.class, () -> clocks);
        context.registerBean("deadlines", Deadlines.class, () -> new Deadlines(clocks));
        context.registerBean("memoryBudget", MemoryBudget.class, () -> new MemoryBudget(1L << 30));
        context.registerBean("catalogue", Catalogue.class, () -> new Catalogue(Map.of()));
        context.scan("org.connectchat.chat");
        context.refresh();
        deadlines = context.getBean(Deadlines.class);
        chats = context.getBean(ChatContactService.class);
        contacts = context.getBean(Contacts.class);
    }

    public static ChatFixture withDefaults() {
        return new ChatFixture(settings(Duration.ofMinutes(5), Duration.ofHours(24), 100_000), 500);
    }

    /** Customers may take their time, so that only the duration ends a chat. */
    public static ChatFixture withPatience() {
        return new ChatFixture(settings(FOREVER, FOREVER, 100_000), 500);
    }

    public static ChatSettings settings(Duration connectionDeadline, Duration retention, int retainedContacts) {
        return new ChatSettings(
                connectionDeadline,
                Duration.ofHours(25),
                ContentLimits.CLASSIC,
                CustomDuration.ALLOWED,
                Duration.ofDays(7),
                retention,
                retainedContacts);
    }

    public static StartChatCommand command() {
        return command(INSTANCE_ID, null, null, null, Map.of());
    }

    public static StartChatCommand lasting(Duration duration) {
        return command(INSTANCE_ID, duration, null, null, Map.of());
    }

    public static StartChatCommand comingFrom(Origin origin) {
        return command(INSTANCE_ID, null, origin, null, Map.of());
    }

    public static StartChatCommand comingFrom(Origin origin, Map<String, String> attributes) {
        return command(INSTANCE_ID, null, origin, null, attributes);
    }

    public static StartChatCommand withClientToken(String instanceId, String clientToken) {
        return command(instanceId, null, null, clientToken, Map.of());
    }

    private static StartChatCommand command(
            String instanceId, Duration duration, Origin origin, String clientToken, Map<String, String> attributes) {
        return new StartChatCommand(
                instanceId,
                "a-flow",
                "Ada",
                attributes,
                Map.of("connect:Subtype", SegmentAttributeValue.of("connect:Chat")),
                List.of(ContentTypes.PLAIN),
                null,
                duration,
                origin,
                clientToken,
                null,
                null,
                List.of(),
                null);
    }

    public String started() {
        return chats.start(command()).contactId();
    }

    public Contact contact(String contactId) {
        return contacts.get(INSTANCE_ID, contactId);
    }

    /** Moves the clock and lets everything happen that has become due. */
    public void after(Duration time) {
        clock.advance(time);
        deadlines.fireDue();
    }

    /** The contact that a participant token opens, or null. */
    public Contact byParticipantToken(String token) {
        Seat seat = context.getBean(ParticipantTokens.class).seat(token);
        return seat == null ? null : seat.contact();
    }

    public boolean isKept(String contactId) {
        return store().byContact(contactId) != null;
    }

    public int activeChats() {
        return context.getBean(ActiveChats.class).byInstance().getOrDefault(INSTANCE_ID, 0);
    }

    public int endedChats() {
        return context.getBean(ChatEndings.class).keptChats();
    }

    public ChatStore store() {
        return context.getBean(ChatStore.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
