package org.connectchat.chat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.StartChat.Origin;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.testkit.MutableClock;
import org.springframework.test.util.ReflectionTestUtils;

/** The domain on a clock that only the test moves; deadlines fire when the test says so. */
final class ChatFixture {

    static final Instant START = Instant.parse("2026-01-05T10:00:00.123Z");
    static final String INSTANCE_ID = "an-instance";
    static final Duration FOREVER = Duration.ofDays(3650);

    final MutableClock clock = new MutableClock(START);
    final Deadlines deadlines = new Deadlines(clock);
    final InMemoryContactStore contacts = new InMemoryContactStore();
    final Conversations conversations = new Conversations(clock);
    final ParticipantTokens participantTokens = new ParticipantTokens(contacts);
    final MemoryBudget budget = new MemoryBudget(1L << 30);
    final ChatMemory memory = new ChatMemory(budget);
    final ChatEndings endings;
    final ChatContactService chats;

    ChatFixture(ChatSettings settings, int quota) {
        QuotaSettings quotas = new QuotaSettings(quota);
        Mint mint = new Mint(new SecureRandom());
        ActiveChats activeChats = new ActiveChats(quota);
        endings = new ChatEndings(
                settings, contacts, conversations, participantTokens, activeChats, deadlines, memory, mint);
        chats = new ChatContactService(
                clock,
                settings,
                quotas,
                new Catalogue(Map.of()),
                contacts,
                activeChats,
                participantTokens,
                endings,
                memory,
                mint);
    }

    static ChatFixture withDefaults() {
        return new ChatFixture(settings(Duration.ofMinutes(5), Duration.ofHours(24), 100_000), 500);
    }

    /** Customers may take their time, so that only the duration ends a chat. */
    static ChatFixture withPatience() {
        return new ChatFixture(settings(FOREVER, FOREVER, 100_000), 500);
    }

    static ChatSettings settings(Duration connectionDeadline, Duration retention, int retainedContacts) {
        return new ChatSettings(
                connectionDeadline,
                Duration.ofHours(25),
                ContentLimits.CLASSIC,
                Duration.ofDays(7),
                retention,
                retainedContacts);
    }

    static StartChat wish() {
        return wish(INSTANCE_ID, null, null, null, Map.of());
    }

    static StartChat lasting(Duration duration) {
        return wish(INSTANCE_ID, duration, null, null, Map.of());
    }

    static StartChat comingFrom(Origin origin) {
        return wish(INSTANCE_ID, null, origin, null, Map.of());
    }

    static StartChat comingFrom(Origin origin, Map<String, String> attributes) {
        return wish(INSTANCE_ID, null, origin, null, attributes);
    }

    static StartChat withClientToken(String instanceId, String clientToken) {
        return wish(instanceId, null, null, clientToken, Map.of());
    }

    private static StartChat wish(
            String instanceId, Duration duration, Origin origin, String clientToken, Map<String, String> attributes) {
        return new StartChat(
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

    String started() {
        return chats.start(wish()).contactId();
    }

    Contact contact(String contactId) {
        return chats.get(INSTANCE_ID, contactId);
    }

    /** Moves the clock and lets everything happen that has become due. */
    void after(Duration time) {
        clock.advance(time);
        deadlines.fireDue();
    }

    /** The contact that a participant token opens, or null. */
    Contact byParticipantToken(String token) {
        Seat seat = participantTokens.seat(token);
        return seat == null ? null : seat.contact();
    }

    boolean isKept(String contactId) {
        return contacts.find(contactId) != null;
    }

    int activeChats() {
        return ((ActiveChats) part(chats, "activeChats")).count(INSTANCE_ID);
    }

    int endedChats() {
        return ((EndedChats) part(endings, "endedChats")).size();
    }

    /** Counted from within: a token that is left behind opens nothing, so nobody outside could see it. */
    int participantTokens() {
        return ((Map<?, ?>) part(participantTokens, "contactIds")).size();
    }

    private static Object part(Object whole, String name) {
        return ReflectionTestUtils.getField(whole, name);
    }
}
