package org.connectchat.chat.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.chat.ChatFixture.FOREVER;
import static org.connectchat.chat.ChatFixture.INSTANCE_ID;
import static org.connectchat.chat.ChatFixture.START;
import static org.connectchat.chat.ChatFixture.comingFrom;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.ChatTerms;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Lineage;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Timeline;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.ParticipantToken;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin.EntirePastSession;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin.FromSegment;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.session.Chat;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shows which contact a persistent chat continues from, in sessions of several contacts as transfers and disconnect
 * flows make them.
 */
class ChatOriginsTest {

    private final ParticipantToken token =
            new IdGenerator(new SecureRandom()).of("an-instance").chat().token();
    private static final String ROOT = "the-root-of-the-tree";
    /** No moment at which it ended. */
    private static final Instant ACTIVE = null;

    private final ChatFixture fixture = new ChatFixture(ChatFixture.settings(FOREVER, FOREVER, 1_000), 1);

    @Test
    @Rule("B7")
    void anEntirePastSessionIsContinuedFromItsMostRecentlyEndedContact() {
        session(endedAfter(10), endedAfter(20), endedAfter(30));

        StartedChat chat = fixture.chats.start(comingFrom(new EntirePastSession("C1")));

        assertThat(chat.continuedFrom()).isEqualTo("C3");
        assertThat(fixture.contact(chat.contactId()).lineage().relatedContactId())
                .isEqualTo("C3");
    }

    @Test
    @Rule("B7")
    void theMostRecentlyEndedContactNeedNotBeTheLastOne() {
        session(endedAfter(10), endedAfter(30), endedAfter(20));

        StartedChat chat = fixture.chats.start(comingFrom(new EntirePastSession("C1")));

        assertThat(chat.continuedFrom()).isEqualTo("C2");
    }

    @Test
    @Rule("B7")
    void theInitialContactMayItselfBeTheMostRecentlyEndedOne() {
        session(endedAfter(30), endedAfter(20), endedAfter(10));

        StartedChat chat = fixture.chats.start(comingFrom(new EntirePastSession("C1")));

        assertThat(chat.continuedFrom()).isEqualTo("C1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2", "C3"})
    @Rule("B7")
    void aSegmentIsContinuedFromItself(String segment) {
        session(endedAfter(10), endedAfter(20), endedAfter(30));

        StartedChat chat = fixture.chats.start(comingFrom(new FromSegment(segment)));

        assertThat(chat.continuedFrom()).isEqualTo(segment);
        assertThat(fixture.contact(chat.contactId()).lineage().relatedContactId())
                .isEqualTo(segment);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("B7")
    void theNewChatIsASessionOfItsOwn(boolean entireSession) {
        session(endedAfter(10), endedAfter(20));
        Origin origin = entireSession ? new EntirePastSession("C1") : new FromSegment("C2");

        String id = fixture.chats.start(comingFrom(origin)).contactId();

        assertThat(fixture.contact(id).lineage()).isEqualTo(new Lineage(id, null, null, "C2", "C2", ROOT));
        assertThat(fixture.contact(id).initiationMethod()).isEqualTo(InitiationMethod.API);
        assertThat(fixture.store().byContact("C1").contacts())
                .extracting(Contact::id)
                .containsExactly("C1", "C2");
    }

    @Test
    @Rule("B7")
    void aContinuedChatCanItselfBeContinued() {
        String first = stopped(fixture.started());
        String second = stopped(
                fixture.chats.start(comingFrom(new EntirePastSession(first))).contactId());

        StartedChat third = fixture.chats.start(comingFrom(new EntirePastSession(second)));

        assertThat(third.continuedFrom()).isEqualTo(second);
        assertThat(fixture.contact(third.contactId()).lineage())
                .isEqualTo(new Lineage(third.contactId(), null, null, second, second, first));
    }

    @Test
    @Rule("B8")
    void aSessionThatIsNoLongerKeptIsRefused() {
        session(endedAfter(10), endedAfter(20), endedAfter(30));
        fixture.chats.reset(null);

        assertRefused(new EntirePastSession("C1"), Reason.CONTACT_UNKNOWN);
        assertRefused(new FromSegment("C3"), Reason.CONTACT_UNKNOWN);
    }

    @Test
    @Rule("B8")
    void anUnknownSourceIsRefused() {
        assertRefused(new EntirePastSession("nobody"), Reason.CONTACT_UNKNOWN);
        assertRefused(new FromSegment("nobody"), Reason.CONTACT_UNKNOWN);
    }

    @Test
    @Rule("B8")
    void aSourceOfAnotherInstanceIsRefused() {
        create("C1", "another-instance", "C1", endedAfter(10), Map.of());

        assertRefused(new EntirePastSession("C1"), Reason.CONTACT_UNKNOWN);
        assertRefused(new FromSegment("C1"), Reason.CONTACT_UNKNOWN);
    }

    @Test
    @Rule("B8")
    void aSourceThatIsStillActiveIsRefused() {
        session(new Instant[] {ACTIVE});

        assertRefused(new EntirePastSession("C1"), Reason.SOURCE_STILL_ACTIVE);
        assertRefused(new FromSegment("C1"), Reason.SOURCE_STILL_ACTIVE);
    }

    @Test
    @Rule("B8")
    void aSessionWithAContactThatIsStillActiveIsRefused() {
        session(endedAfter(10), endedAfter(20), ACTIVE);

        assertRefused(new EntirePastSession("C1"), Reason.SOURCE_STILL_ACTIVE);
    }

    @Test
    @Rule("B8")
    void anEntirePastSessionIsOnlyNamedByItsInitialContact() {
        session(endedAfter(10), endedAfter(20));

        assertRefused(new EntirePastSession("C2"), Reason.SOURCE_NOT_INITIAL);
    }

    @Test
    @Rule("B8")
    void aChatRefusedForItsSourceTakesNoPlace() {
        assertRefused(new EntirePastSession("nobody"), Reason.CONTACT_UNKNOWN);

        assertThat(fixture.activeChats()).isZero();
        assertThat(fixture.deadlines.waiting()).isZero();
        assertThat(fixture.store().keys()).isZero();
    }

    @Test
    @Rule("B9")
    void aRelatedChatStartsWithACopyOfTheAttributesUnderItsOwn() {
        create("C1", INSTANCE_ID, "C1", endedAfter(10), Map.of("language", "en", "tier", "gold"));

        StartedChat chat =
                fixture.chats.start(comingFrom(new Origin.Related("C1"), Map.of("tier", "silver", "page", "7")));

        assertThat(fixture.contact(chat.contactId()).attributes())
                .isEqualTo(Map.of("language", "en", "tier", "silver", "page", "7"));
        assertThat(fixture.contact(chat.contactId()).lineage())
                .isEqualTo(new Lineage(chat.contactId(), null, null, "C1", null, ROOT));
        assertThat(chat.continuedFrom()).isNull();
        assertThat(fixture.contact("C1").attributes()).isEqualTo(Map.of("language", "en", "tier", "gold"));
    }

    @Test
    @Rule("B9")
    void theCopyDoesNotFollowLaterChanges() {
        create("C1", INSTANCE_ID, "C1", endedAfter(10), Map.of("language", "en"));
        String id = fixture.chats.start(comingFrom(new Origin.Related("C1"))).contactId();

        fixture.contacts.updateAttributes(INSTANCE_ID, "C1", Map.of("language", "fr"));

        assertThat(fixture.contact(id).attributes()).isEqualTo(Map.of("language", "en"));
    }

    @Test
    @Rule("B9")
    void aRelatedContactMayBeActive() {
        create("C1", INSTANCE_ID, "C1", ACTIVE, Map.of("language", "en"));

        StartedChat chat = fixture.chats.start(comingFrom(new Origin.Related("C1")));

        assertThat(fixture.contact(chat.contactId()).attributes()).isEqualTo(Map.of("language", "en"));
    }

    @Test
    @Rule("B9")
    void anUnknownOrForeignRelatedContactIsRefused() {
        create("C1", "another-instance", "C1", endedAfter(10), Map.of());

        assertRefused(new Origin.Related("nobody"), Reason.CONTACT_UNKNOWN);
        assertRefused(new Origin.Related("C1"), Reason.CONTACT_UNKNOWN);
    }

    @Test
    @Rule({"B9", "I7"})
    void theCopyAndTheOwnAttributesTogetherKeepTheLimit() {
        create("C1", INSTANCE_ID, "C1", endedAfter(10), Map.of("big", "x".repeat(32_700)));

        Origin related = new Origin.Related("C1");
        assertThatThrownBy(() -> fixture.chats.start(comingFrom(related, Map.of("own", "y".repeat(63)))))
                .isInstanceOf(ChatRefused.class)
                .extracting("reason")
                .isEqualTo(Reason.ATTRIBUTES_TOO_LARGE);
        assertThat(fixture.chats.start(comingFrom(related, Map.of("own", "y".repeat(62)))))
                .isNotNull();
    }

    private static Instant endedAfter(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    /** A session of contacts C1, C2 and so on, each with the moment at which it ended. */
    private void session(Instant... ends) {
        for (int i = 0; i < ends.length; i++) {
            create("C" + (i + 1), INSTANCE_ID, "C1", ends[i], Map.of());
        }
    }

    private void create(String id, String instanceId, String initialId, Instant end, Map<String, String> attributes) {
        boolean initial = id.equals(initialId);
        Timeline timeline = Timeline.startingAt(START);
        Contact contact = new Contact(
                id,
                instanceId,
                initial ? InitiationMethod.API : InitiationMethod.TRANSFER,
                new Lineage(initialId, initial ? null : initialId, null, null, null, ROOT),
                new ChatTerms("a-flow", FOREVER, List.of(ContentTypes.PLAIN), Map.of(), null, null, null, List.of()),
                List.of(new Participant("p", ParticipantRole.CUSTOMER, "Ada", token, null)),
                attributes,
                end == null ? timeline : timeline.ended(DisconnectReason.API, end),
                null,
                List.of(),
                ContactDetails.NONE,
                new MemoryAccount(new MemoryBudget(1L << 30)));
        Chat chat = initial ? fixture.store().create(contact) : fixture.store().byContact(initialId);
        chat.locked(state -> {
            if (initial) {
                state.open();
            } else {
                state.handOver(state.contact(), contact);
            }
            return contact;
        });
    }

    private String stopped(String contactId) {
        fixture.chats.stop(INSTANCE_ID, contactId);
        return contactId;
    }

    private void assertRefused(Origin origin, Reason reason) {
        assertThatThrownBy(() -> fixture.chats.start(comingFrom(origin)))
                .isInstanceOf(ChatRefused.class)
                .extracting("reason")
                .isEqualTo(reason);
    }
}
