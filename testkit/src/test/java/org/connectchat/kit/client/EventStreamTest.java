package org.connectchat.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.connectchat.kit.ConnectChatEmulator;
import org.connectchat.kit.client.LiveEvent.Action;
import org.connectchat.kit.client.LiveEvent.Call;
import org.connectchat.kit.client.LiveEvent.Changed;
import org.connectchat.kit.client.LiveEvent.Contact;
import org.connectchat.kit.client.LiveEvent.Item;
import org.connectchat.kit.junit.ConnectChatTest;
import org.connectchat.kit.junit.InstanceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;

@ConnectChatTest(settings = "emulator.flows.samples=greeter")
class EventStreamTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    /** Members that the client does not know would be passed over, and the test would not see it. */
    @BeforeAll
    static void readStrictly() {
        Json.MAPPER.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @AfterAll
    static void readAsBefore() {
        Json.MAPPER.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static String start(ConnectClient connect, String instanceId, String flow) {
        return connect.startChatContact(chat -> chat.instanceId(instanceId)
                        .contactFlowId(flow)
                        .participantDetails(customer -> customer.displayName("Ada")))
                .contactId();
    }

    @Test
    void eachTypeHasItsMembers(ConnectClient connect, EmulatorClient emulator, @InstanceId String instanceId) {
        try (EventStream events = emulator.follow()) {
            String contactId = start(connect, instanceId, "greeter");
            Contact initiated = events.await(Contact.class, event -> true);
            assertThat(initiated)
                    .isEqualTo(new Contact(
                            contactId, contactId, instanceId, initiated.at(), ContactEvents.Type.INITIATED));
            Call call = events.await(Call.class, event -> true);
            assertThat(call)
                    .isEqualTo(new Call(
                            contactId,
                            contactId,
                            instanceId,
                            call.at(),
                            "StartChatContact",
                            200,
                            null,
                            call.requestId()));

            emulator.contacts().connect(contactId);
            Action action = events.await(Action.class, event -> true);
            assertThat(action).hasNoNullFieldsOrProperties();
            assertThat(action.flowId()).isEqualTo("greeter");

            Agent grace = emulator.joinAsAgent(contactId, "Grace");
            TranscriptItem sent = grace.send("Hello");
            Item item = events.await(
                    Item.class, event -> event.itemType() == TranscriptItem.Type.MESSAGE && event.role() == Role.AGENT);
            assertThat(item)
                    .isEqualTo(new Item(
                            contactId,
                            contactId,
                            instanceId,
                            item.at(),
                            sent.id(),
                            TranscriptItem.Type.MESSAGE,
                            "text/plain",
                            grace.participantId(),
                            Role.AGENT,
                            "Grace"));

            emulator.clock().advance(Duration.ofDays(2));
            events.await(Contact.class, event -> event.eventType() == ContactEvents.Type.DISCONNECTED);
            assertThat(events.await(Changed.class, event -> event.resource().equals("clock")))
                    .isEqualTo(new Changed(null, null, null, "clock", "POST"));
        }
    }

    @Test
    void aFilterHoldsOthersBack(ConnectClient connect, EmulatorClient emulator, @InstanceId String instanceId) {
        String contactId = start(connect, instanceId, "none");
        try (EventStream ofTypes = emulator.follow(new EventStream.Filter().types(Call.class, Changed.class));
                EventStream ofContact = emulator.follow(new EventStream.Filter().contactId(contactId));
                EventStream ofInstance = emulator.follow(
                        new EventStream.Filter().instanceId(instanceId).types(Contact.class))) {
            String other = start(connect, "other", "none");
            String second = start(connect, instanceId, "none");
            emulator.contacts().end(contactId, DisconnectReason.API);

            assertThat(until(ofTypes, Changed.class)).hasOnlyElementsOfTypes(Call.class, Changed.class);
            assertThat(until(ofContact, Changed.class))
                    .extracting(LiveEvent::contactId)
                    .containsOnly(contactId);
            assertThat(ofInstance.await(Contact.class, event -> true).contactId())
                    .isEqualTo(second)
                    .isNotEqualTo(other);
        }
    }

    private static List<LiveEvent> until(EventStream events, Class<? extends LiveEvent> last) {
        List<LiveEvent> seen = new ArrayList<>();
        do {
            seen.add(events.next(Duration.ofSeconds(10)).orElseThrow());
        } while (!last.isInstance(seen.get(seen.size() - 1)));
        return seen;
    }

    @Test
    void aWaitEndsWithItsTime(EmulatorClient emulator) {
        try (EventStream events = emulator.follow(new EventStream.Filter().contactId("nothing"))) {
            assertThat(events.next(MOMENT)).isEqualTo(Optional.empty());
            assertThatThrownBy(() -> events.await(Item.class, event -> true, MOMENT))
                    .isInstanceOf(EmulatorException.class)
                    .hasMessage("No such event came within PT0.001S: Item");
        }
    }

    @Test
    void aRefusalSaysWhy(EmulatorClient emulator) {
        assertThatThrownBy(() -> emulator.follow(new EventStream.Filter().instanceId("i".repeat(101))))
                .isInstanceOf(EmulatorException.class)
                .hasMessageContaining("400: instanceId: ");
    }

    @Test
    void aClosedStreamIsOver(EmulatorClient emulator) {
        EventStream events = emulator.follow();
        events.close();
        events.close();
        assertThatThrownBy(() -> events.next(Duration.ofSeconds(10)))
                .isInstanceOf(EmulatorException.class)
                .hasMessageStartingWith("The stream of events is over");
    }

    @Test
    void theEmulatorNoticesAClose(EmulatorClient emulator) {
        int closed = 0;
        long begun = System.nanoTime();
        while (closed < 40) { // 32 may be open at once
            try {
                emulator.follow().close();
                closed++;
            } catch (EmulatorException refused) {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
            }
        }
    }

    @Test
    void theTokenOpensAStream_andTheStopOfTheEmulatorEndsIt() {
        try (ConnectChatEmulator emulator = new ConnectChatEmulator().withControlToken("the-token")) {
            emulator.start();
            EmulatorClient stranger = new EmulatorClient(emulator.endpoint(), "another-token");
            assertThatThrownBy(stranger::follow).hasMessageContaining("401: ");
            assertThatThrownBy(new EmulatorClient(emulator.endpoint())::reset)
                    .isInstanceOfSatisfying(
                            EmulatorException.class,
                            refused -> assertThat(refused.status()).isEqualTo(401));
            try (EventStream events = emulator.client().follow()) {
                emulator.client().clock().freeze();
                events.await(Changed.class, event -> event.resource().equals("clock"));

                emulator.stop();

                assertThatThrownBy(() -> events.next(Duration.ofSeconds(10)))
                        .hasMessageStartingWith("The stream of events is over");
            }
        }
    }
}
