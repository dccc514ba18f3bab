package org.connectchat.chat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.InMemoryContactStore;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.lifecycle.EndedChats;
import org.connectchat.chat.lifecycle.QuotaSettings;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.testkit.MutableClock;
import org.springframework.test.util.ReflectionTestUtils;

/** The domain on a clock that only the test moves; deadlines fire when the test says so. */
public final class ChatFixture {

    public static final Instant START = Instant.parse("2026-01-05T10:00:00.123Z");
    public static final String INSTANCE_ID = "an-instance";
    public static final Duration FOREVER = Duration.ofDays(3650);

    public final MutableClock clock = new MutableClock(START);
    private final EmulatorClock emulatorClock = new EmulatorClock(clock);
    public final Deadlines deadlines = new Deadlines(emulatorClock);
    public final InMemoryContactStore contacts = new InMemoryContactStore();
    public final Conversations conversations = new Conversations(emulatorClock);
    public final ParticipantTokens participantTokens = new ParticipantTokens(contacts);
    public final MemoryBudget budget = new MemoryBudget(1L << 30);
    public final ChatMemory memory = new ChatMemory(budget);
    public final ChatEndings endings;
    public final ChatContactService chats;

    public ChatFixture(ChatSettings settings, int quota) {
        QuotaSettings quotas = new QuotaSettings(quota);
        IdGenerator ids = new IdGenerator(new SecureRandom());
        ActiveChats activeChats = new ActiveChats(quota);
        endings = new ChatEndings(
                settings,
                contacts,
                conversations,
                participantTokens,
                activeChats,
                deadlines,
                memory,
                new ChatItemFactory(ids));
        chats = new ChatContactService(
                emulatorClock,
                settings,
                quotas,
                new Catalogue(Map.of()),
                contacts,
                activeChats,
                participantTokens,
                endings,
                memory,
                ids);
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
                List.of());
    }

    public String started() {
        return chats.start(command()).contactId();
    }

    public Contact contact(String contactId) {
        return chats.get(INSTANCE_ID, contactId);
    }

    /** Moves the clock and lets everything happen that has become due. */
    public void after(Duration time) {
        clock.advance(time);
        deadlines.fireDue();
    }

    /** The contact that a participant token opens, or null. */
    public Contact byParticipantToken(String token) {
        Seat seat = participantTokens.seat(token);
        return seat == null ? null : seat.contact();
    }

    public boolean isKept(String contactId) {
        return contacts.find(contactId) != null;
    }

    public int activeChats() {
        return ((ActiveChats) part(chats, "activeChats")).count(INSTANCE_ID);
    }

    public int endedChats() {
        return ((EndedChats) part(endings, "endedChats")).size();
    }

    /** Counted from within: a token that is left behind opens nothing, so nobody outside could see it. */
    public int participantTokens() {
        return ((Map<?, ?>) part(participantTokens, "contactIds")).size();
    }

    private static Object part(Object whole, String name) {
        return ReflectionTestUtils.getField(whole, name);
    }
}
