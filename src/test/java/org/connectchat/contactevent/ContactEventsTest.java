package org.connectchat.contactevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.contactevent.ContactEventType.COMPLETED;
import static org.connectchat.contactevent.ContactEventType.CONNECTED_TO_AGENT;
import static org.connectchat.contactevent.ContactEventType.CONNECTED_TO_SYSTEM;
import static org.connectchat.contactevent.ContactEventType.CONTACT_DATA_UPDATED;
import static org.connectchat.contactevent.ContactEventType.DISCONNECTED;
import static org.connectchat.contactevent.ContactEventType.INITIATED;
import static org.connectchat.contactevent.ContactEventType.QUEUED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.RoutingData;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows which change of a contact is which event. */
class ContactEventsTest {

    private static final Instant LATER = Instant.parse("2026-01-05T10:00:01.500Z");
    private static final Instant LATEST = Instant.parse("2026-01-05T10:00:02.500Z");

    private final ContactEvents events = new ContactEvents();
    private final List<ContactEvent> heard = new ArrayList<>();
    private final ChatFixture fixture = ChatFixture.withDefaults();
    private final Contact contact = fixture.contact(fixture.started());

    @BeforeEach
    void listen() {
        events.subscribe(heard::add);
    }

    private List<ContactEventType> types() {
        return heard.stream().map(ContactEvent::type).toList();
    }

    private Contact queued(Instant at) {
        return contact.withDetails(ContactDetails.NONE.withQueue(new QueueInfo("queue/sales", "Sales", at)), at);
    }

    @Test
    @Rule("E3")
    void aNewContactIsInitiated() {
        events.initiated(contact);

        assertThat(types()).containsExactly(INITIATED);
        assertThat(heard.get(0).time()).isEqualTo(contact.timeline().initiatedAt());
        assertThat(heard.get(0).toString()).isEqualTo("INITIATED of " + contact.id());
    }

    @Test
    @Rule("E3")
    void theCustomerWhoConnectsConnectsTheContactToTheSystem() {
        events.changed(contact, contact.connected(LATER));

        assertThat(types()).containsExactly(CONNECTED_TO_SYSTEM);
        assertThat(heard.get(0).time()).isEqualTo(LATER);
    }

    @Test
    @Rule("E3")
    void aContactThatFollowsAConnectedOneIsConnectedAtOnce() {
        Contact connected = contact.connected(LATER);
        Contact next = connected.next("next", InitiationMethod.TRANSFER, connected.participants(), LATEST);

        events.changed(connected, connected.handedOver("next", LATEST));
        events.initiated(next);

        assertThat(types()).containsExactly(DISCONNECTED, COMPLETED, INITIATED, CONNECTED_TO_SYSTEM);
        assertThat(heard.get(2).lineage().previousContactId()).isEqualTo(contact.id());
        assertThat(heard.get(2).initialContactId()).isEqualTo(contact.id());
    }

    @Test
    @Rule("E3")
    void eachQueueThatTheContactEntersIsAnEvent() {
        Contact inSales = queued(LATER);

        events.changed(contact, inSales);
        events.changed(inSales, inSales.withTimers(List.of(), LATEST));
        events.changed(inSales, queued(LATEST));

        assertThat(types()).containsExactly(QUEUED, QUEUED);
        assertThat(heard.get(1).time()).isEqualTo(LATEST);
    }

    @Test
    @Rule("E3")
    void onlyAnAgentWhoConnectsIsAnEvent() {
        Contact accepted = contact.takenBy(new AgentInfo("ada", "p", LATER, null));
        Contact connected = contact.takenBy(new AgentInfo("ada", "p", LATER, LATEST));

        events.changed(contact, accepted);
        events.changed(accepted, connected);
        events.changed(connected, connected.leftBy("p", LATEST));

        assertThat(types()).containsExactly(CONNECTED_TO_AGENT);
        assertThat(heard.get(0).time()).isEqualTo(LATEST);
    }

    @Test
    @Rule("E3")
    void theUpdatedPropertiesAreNamed() {
        events.changed(contact, contact.withAttributes(Map.of("language", "en"), LATER));
        events.changed(contact, contact.withDetails(ContactDetails.NONE.withTags(Map.of("team", "one")), LATER));
        events.changed(contact, contact.withAttributes(Map.copyOf(contact.attributes()), LATER));

        Map<String, SegmentAttributeValue> plan = Map.of("plan", SegmentAttributeValue.of("gold"));
        events.changed(
                contact,
                contact.withDetails(
                        new ContactDetails(
                                null, null, null, null, null, Map.of(), Map.of(), null, plan, RoutingData.NONE),
                        LATER));

        assertThat(types()).containsExactly(CONTACT_DATA_UPDATED, CONTACT_DATA_UPDATED, CONTACT_DATA_UPDATED);
        assertThat(heard.get(2).updated()).containsExactly(UpdatedProperty.SEGMENT_ATTRIBUTES);
        assertThat(heard.get(2).segmentAttributes()).containsAllEntriesOf(plan);
        assertThat(heard.get(0).updated()).containsExactly(UpdatedProperty.USER_DEFINED_ATTRIBUTES);
        assertThat(heard.get(1).updated()).containsExactly(UpdatedProperty.TAGS);
    }

    @Test
    @Rule("E3")
    void theEndIsDisconnectedAndCompletedOnce() {
        Contact ended = contact.ended(DisconnectReason.API, LATER);

        events.changed(contact, ended);
        events.changed(ended, ended.withAttributes(Map.of(), LATEST));

        assertThat(types()).containsExactly(DISCONNECTED, COMPLETED);
        assertThat(heard).extracting(ContactEvent::timeline).containsOnly(ended.timeline());
    }

    @Test
    @Rule({"E3", "C2"})
    void aResetIsNoEvent() {
        events.changed(contact, contact.ended(null, LATER));

        assertThat(heard).isEmpty();
    }
}
