package org.connectchat.contactevent.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.connectchat.delivery.Outcomes;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows what an EventBridge gets of the events of chats. */
class EventBridgeTest {

    private static final PutEventsServer SERVER = new PutEventsServer();
    private static final Emulator EMULATOR = Emulator.own(
            "emulator.throttling.enabled=false",
            "emulator.eventbridge.endpoint=" + SERVER.url(),
            "emulator.eventbridge.event-bus=my-bus",
            "emulator.delivery.max-pause=100ms",
            "AWS_ACCESS_KEY_ID=AKIDMINE",
            "AWS_SECRET_ACCESS_KEY=secret");

    private final Control control = new Control(EMULATOR);

    @AfterEach
    void asAtFirst() {
        SERVER.fail(put -> false);
        control.post("/reset");
        SERVER.puts().clear();
    }

    @AfterAll
    static void stop() {
        EMULATOR.close();
        SERVER.close();
    }

    private JsonNode delivered(int events) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> control.get("/contact-events/delivery"),
                        state -> state.path("delivered").asInt()
                                        + state.path("failed").asInt()
                                == events);
    }

    @Test
    @Rule({"E1", "E2"})
    void eachEventIsASignedPutEvents() {
        Chat chat = Chat.start(EMULATOR);
        delivered(1);

        PutEventsServer.Put put = SERVER.puts().get(0);
        assertThat(put.target()).isEqualTo("AWSEvents.PutEvents");
        assertThat(put.authorization())
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDMINE/")
                .contains("/us-east-1/events/aws4_request");
        assertThat(put.body().path("Entries").size()).isEqualTo(1);
        assertThat(put.entry().path("Source").asString()).isEqualTo("aws.connect");
        assertThat(put.entry().path("DetailType").asString()).isEqualTo("Amazon Connect Contact Event");
        assertThat(put.entry().path("EventBusName").asString()).isEqualTo("my-bus");
        assertThat(put.entry().path("Time").isNumber()).isTrue();
        JsonNode journaled =
                control.get("/contact-events?contactId=" + chat.contactId()).at("/events/0");
        assertThat(put.entry().path("Resources")).isEqualTo(journaled.path("resources"));
        assertThat(put.detail()).isEqualTo(journaled.path("detail"));
    }

    @Test
    @Rule({"E1", "E3"})
    void anAttemptThatFailsIsRepeatedAndTheOrderIsKept() {
        SERVER.then(500, "{}")
                .then(408, "{}")
                .then(429, "{\"__type\": \"ThrottlingException\"}")
                .then(200, """
                {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "InternalFailure"}]}""");

        Chat.start(EMULATOR).stop();

        JsonNode state = delivered(3);
        assertThat(state.path("failed").asInt()).isZero();
        assertThat(state.has("problem")).isFalse();
        List<String> types = SERVER.puts().stream()
                .map(put -> put.detail().path("eventType").asString())
                .distinct()
                .toList();
        assertThat(types).containsExactly("INITIATED", "DISCONNECTED", "COMPLETED");
        assertThat(SERVER.puts()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"ok\": true}",
                "{\"Entries\": [{}]}",
                "{\"FailedEntryCount\": 0, \"Entries\": [{\"ErrorCode\": \"InternalFailure\"}]}"
            })
    @Rule("E1")
    void aResponseThatDoesNotSayThatTheEventIsTakenFailsTheAttempt(String response) {
        SERVER.then(200, response).then(200, response);

        Chat.start(EMULATOR);

        assertThat(delivered(1).path("failed").asInt()).isZero();
        assertThat(SERVER.puts()).hasSize(3);
    }

    @Test
    @Rule("E1")
    void aResponseWithoutACountOfFailuresIsReadByItsEntries() {
        SERVER.then(200, "{\"Entries\": [{\"EventId\": \"1\"}]}");

        Chat.start(EMULATOR);

        assertThat(delivered(1).path("delivered").asInt()).isEqualTo(1);
        assertThat(SERVER.puts()).hasSize(1);
    }

    @Test
    @Rule("E1")
    void anAwaitEndsWhenItsCountsAreReachedOrTheTimeoutPasses() {
        Chat.start(EMULATOR).stop();

        JsonNode view = control.post("/contact-events/delivery/await", "{\"delivered\": 3, \"settled\": true}");

        assertThat(view.path("delivered").asLong()).isEqualTo(3);
        assertThat(control.call(
                                "POST",
                                "/contact-events/delivery/await",
                                "{\"delivered\": 4, \"timeout\": \"PT0.05S\"}")
                        .body())
                .contains("3 delivered, 0 waiting, 0 failed");
    }

    @Test
    @Rule({"E1", "E3"})
    void theEventsOfEachOfFiftyChatsAtOnceComeInTheirOrder() {
        IntStream.range(0, 50).parallel().forEach(i -> Chat.start(EMULATOR).stop());
        delivered(150);

        Map<String, List<String>> types = SERVER.puts().stream()
                .map(PutEventsServer.Put::detail)
                .collect(Collectors.groupingBy(
                        detail -> detail.path("contactId").asString(),
                        Collectors.mapping(detail -> detail.path("eventType").asString(), Collectors.toList())));

        assertThat(types).hasSize(50);
        assertThat(types.values()).containsOnly(List.of("INITIATED", "DISCONNECTED", "COMPLETED"));
    }

    @Test
    @Rule({"E1", "E3"})
    void anEventThatTheServerNeverTakesHoldsUpNoOtherSession() {
        Chat held = Chat.start(EMULATOR);
        delivered(1);
        SERVER.fail(put -> put.detail().path("contactId").asString().equals(held.contactId()));
        held.stop();

        IntStream.range(0, 40).forEach(i -> Chat.start(EMULATOR).stop());

        JsonNode state = delivered(121);
        assertThat(state.path("waiting").asInt()).isEqualTo(2);
        assertThat(state.path("problem").asString()).contains("503");
        SERVER.fail(put -> false);
        assertThat(delivered(123).path("failed").asInt()).isZero();
        Awaitility.await().until(() -> EMULATOR.bean(EventDelivery.class).lanes() == 0);
    }

    @Test
    @Rule("E1")
    void whatTheServerRefusesIsGivenUpAndNamed() {
        SERVER.then(200, """
                        {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "MalformedDetail"}]}""").then(400, "{\"__type\": \"ResourceNotFoundException\"}");
        Chat chat = Chat.start(EMULATOR);
        delivered(1);
        chat.stop();

        JsonNode state = delivered(3);

        assertThat(state.path("enabled").asBoolean()).isTrue();
        assertThat(state.path("failed").asInt()).isEqualTo(2);
        assertThat(state.path("latestFailures")).isEqualTo(JsonText.of("""
                        [{"event": "INITIATED of %1$s", "reason": "the event bus refuses it: MalformedDetail"},
                         {"event": "DISCONNECTED of %1$s",
                          "reason": "PutEvents: status 400 ResourceNotFoundException"}]""".formatted(chat.contactId())));
    }

    @Test
    @Rule("E1")
    void anEventOfAnEndedChatIsGivenUpAfterABoundedTime() {
        String gone;
        try (PutEventsServer server = new PutEventsServer()) {
            gone = server.url();
        }
        try (Emulator emulator = Emulator.own(
                "emulator.eventbridge.endpoint=" + gone,
                "emulator.delivery.max-pause=50ms",
                "emulator.delivery.after-end=200ms")) {
            Control controls = new Control(emulator);

            Chat.start(emulator).stop();

            JsonNode state = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> controls.get("/contact-events/delivery"),
                            each -> each.path("failed").asInt() == 3);
            assertThat(state.at("/latestFailures/0/reason").asString()).contains("emulator.delivery.after-end");
            assertThat(state.path("waiting").asInt()).isZero();
        }
    }

    /** A seed gives the same ids again after a reset. The thread that removes the lanes of the reset is held up here. */
    @Test
    @Rule({"E1", "C2"})
    void afterAResetTheEventsOfAChatWithTheIdOfAnEarlierOneAreSent() {
        SERVER.fail(put -> true);
        try (Emulator seeded = Emulator.own(
                "emulator.ids.seedable=true",
                "emulator.eventbridge.endpoint=" + SERVER.url(),
                "emulator.delivery.max-pause=50ms")) {
            Control controls = new Control(seeded);
            controls.call("PUT", "/ids", "{\"seed\": 7}");
            controls.post("/reset");
            String earlier = Chat.start(seeded).contactId();
            CountDownLatch over = new CountDownLatch(1);
            Outcomes outcomes = seeded.bean(EventDelivery.class).outcomes().all();
            outcomes.watch(state -> true, state -> awaitUninterruptibly(over));

            controls.post("/reset");
            SERVER.fail(put -> false);
            String later = Chat.start(seeded).contactId();

            assertThat(later).isEqualTo(earlier);
            Awaitility.await().until(() -> outcomes.state().delivered() == 1);
            assertThat(outcomes.state().failed()).isZero();
            over.countDown();
            Awaitility.await().until(() -> seeded.bean(EventDelivery.class).lanes() == 0);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Rule("E1")
    void withoutAnEndpointNothingIsSent() {
        Emulator off = Emulator.unthrottled();
        Chat.start(off).stop();

        JsonNode state = new Control(off).get("/contact-events/delivery");

        assertThat(state.path("enabled").asBoolean()).isFalse();
        assertThat(state.path("delivered").asInt()).isZero();
        assertThat(new Control(off)
                        .call("POST", "/contact-events/delivery/await", "{\"settled\": true}")
                        .status())
                .isEqualTo(409);
    }
}
