package org.connectchat.control.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.testkit.topic.Streamed.CONTROL;
import static org.connectchat.testkit.topic.Streamed.EMULATOR;
import static org.connectchat.testkit.topic.Streamed.TOPIC;

import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.connectchat.control.delivery.DeliveryAwaits;
import org.connectchat.delivery.Deliveries;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.topic.Streamed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the control API shows of streamings, its awaits and its faults. */
class StreamingControlTest {

    private final Chat chat = Chat.start(EMULATOR);
    private final String streamingId = Streamed.started(chat.contactId(), TOPIC);

    private String awaitPath() {
        return "/contacts/" + chat.contactId() + "/streamings/" + streamingId + "/await";
    }

    private void fault(String members) {
        CONTROL.post("/faults", "{\"contactId\": \"" + chat.contactId() + "\", " + members + "}");
    }

    @Test
    @Rule("S12")
    void aStreamingShowsItsCounts() {
        chat.customer().say("Hello");
        Streamed.awaited(chat.contactId(), streamingId, "{\"settled\": true, \"delivered\": 1}");

        JsonNode view = Streamed.view(chat.contactId(), streamingId);

        assertThat(view.path("topicArn").asString()).isEqualTo(TOPIC);
        assertThat(view.path("active").asBoolean()).isTrue();
        assertThat(view.path("delivered").asLong()).isEqualTo(1);
        assertThat(view.path("waiting").asLong()).isZero();
        assertThat(view.path("failed").asLong()).isZero();
        assertThat(view.has("problem")).isFalse();
    }

    @Test
    @Rule({"S12", "R7"})
    void anAwaitEndsWhenItsCountsAreReached() {
        CompletableFuture<JsonNode> awaited = CompletableFuture.supplyAsync(
                () -> Streamed.awaited(chat.contactId(), streamingId, "{\"delivered\": 2}"));
        chat.customer().say("One");
        chat.customer().say("Two");

        assertThat(awaited.join().path("delivered").asLong()).isGreaterThanOrEqualTo(2);
        Awaitility.await().until(() -> EMULATOR.bean(DeliveryAwaits.class).waiting() == 0);
    }

    @Test
    @Rule("S12")
    void anAwaitOfTooMuchEndsByItsTimeoutOrTheEndOfTheStreamingAndSaysWhatThereIs() {
        assertThat(CONTROL.call("POST", awaitPath(), "{\"delivered\": 9, \"timeout\": \"PT0.05S\"}")
                        .body())
                .contains("0 delivered, 0 waiting, 0 failed");
        assertThat(CONTROL.call("POST", awaitPath(), "{\"delivered\": 9, \"timeout\": \"PT0.05S\"}")
                        .status())
                .isEqualTo(408);
        Streamed.stop(chat.contactId(), streamingId);
        assertThat(CONTROL.call("POST", awaitPath(), "{\"delivered\": 9}").status())
                .isEqualTo(409);
    }

    @Test
    @Rule("C10")
    void aWrongAwaitIsRefused() {
        assertThat(CONTROL.call("POST", awaitPath(), "{}").status()).isEqualTo(400);
        assertThat(CONTROL.call("POST", awaitPath(), "{\"delivered\": -1}").status())
                .isEqualTo(400);
        assertThat(CONTROL.call("POST", awaitPath(), "{\"settled\": true, \"timeout\": \"PT6M\"}")
                        .status())
                .isEqualTo(400);
        assertThat(CONTROL.call("POST", awaitPath().replace(streamingId, "unknown"), "{\"settled\": true}")
                        .status())
                .isEqualTo(404);
        assertThat(CONTROL.call("GET", "/contacts/unknown/streamings", null).status())
                .isEqualTo(404);
    }

    @Test
    @Rule({"S8", "S12", "C7"})
    void aForbiddenItemNeverComesAndTheNextOneDoes() {
        fault("\"count\": 1, \"effect\": {\"type\": \"FORBID_STREAMING\"}");
        chat.customer().say("Forbidden");
        chat.customer().say("Allowed");

        JsonNode view = Streamed.awaited(chat.contactId(), streamingId, "{\"delivered\": 1, \"failed\": 1}");

        assertThat(view.at("/failures/0/reason").asString())
                .startsWith("the policy of the topic forbids it, by fault-");
        assertThat(Streamed.messages(chat.contactId(), streamingId, 1)
                        .get(0)
                        .item()
                        .path("Content")
                        .asString())
                .isEqualTo("Allowed");
    }

    @Test
    @Rule("S12")
    void anAttemptThatFailsOrIsSlowIsMadeAgain() {
        fault("\"count\": 2, \"effect\": {\"type\": \"FAIL_STREAMING\"}");
        fault("\"count\": 1, \"effect\": {\"type\": \"DELAY_STREAMING\", \"delay\": \"PT0.01S\"}");
        chat.customer().say("Hello");

        JsonNode view = Streamed.awaited(chat.contactId(), streamingId, "{\"delivered\": 1}");

        assertThat(view.path("failed").asLong()).isZero();
    }

    @ParameterizedTest
    @Rule("C7")
    @CsvSource({
        "'{\"operation\": \"SendMessage\", \"effect\": {\"type\": \"FAIL_STREAMING\"}}'",
        "'{\"when\": \"AFTER\", \"effect\": {\"type\": \"FORBID_STREAMING\"}}'",
        "'{\"effect\": {\"type\": \"DELAY_STREAMING\"}}'",
        "'{\"effect\": {\"type\": \"FAIL_STREAMING\", \"delay\": \"PT1S\"}}'"
    })
    void aFaultOfStreamingsHasOnlyWhatBelongsToIt(String fault) {
        assertThat(CONTROL.call("POST", "/faults", fault).status()).isEqualTo(400);
    }

    @Test
    @Rule("S12")
    void whatWasGivenUpIsCountedAndNamedWhenItsChatIsForgotten() {
        CONTROL.post("/reset");
        Chat forgotten = Chat.start(EMULATOR);
        String stopped = Streamed.started(forgotten.contactId(), Streamed.UNKNOWN_TOPIC);
        forgotten.customer().say("Hello");
        Streamed.awaited(forgotten.contactId(), stopped, "{\"failed\": 1}");
        CONTROL.call("POST", "/reset", "{\"instanceId\": \"an-instance\"}");

        JsonNode view = CONTROL.post("/streaming-delivery/await", "{\"failed\": 1, \"settled\": true}");

        assertThat(CONTROL.get("/streaming-delivery")).isEqualTo(view);
        assertThat(view.path("failed").asLong()).isEqualTo(1);
        assertThat(view.at("/failures/0/itemId").asString()).isNotEmpty();
        assertThat(view.at("/failures/0/reason").asString()).contains("emulator.streaming.endpoint");
        CONTROL.post("/reset");
        assertThat(CONTROL.get("/streaming-delivery").path("failed").asLong()).isZero();
    }

    @Test
    @Rule({"C2", "S12"})
    void aResetDropsWhatWaits() {
        fault("\"effect\": {\"type\": \"FAIL_STREAMING\"}");
        chat.customer().say("Never");

        CONTROL.post("/reset");

        assertThat(CONTROL.call("GET", "/contacts/" + chat.contactId() + "/streamings", null)
                        .status())
                .isEqualTo(404);
        assertThat(EMULATOR.bean(Deliveries.class).lanes()).isZero();
        assertThat(EMULATOR.bean(Deliveries.class).memoryTaken()).isZero();
    }
}
