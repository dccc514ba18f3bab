package org.connectchat.control.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;
import static org.connectchat.testkit.topic.Streamed.CONTROL;
import static org.connectchat.testkit.topic.Streamed.EMULATOR;
import static org.connectchat.testkit.topic.Streamed.TOPIC;

import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.connectchat.control.delivery.DeliveryAwaits;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that streamed items are counted for each instance, and that a reset of one drops nothing of another. */
class StreamingOfInstancesTest {

    @BeforeEach
    void reset() {
        CONTROL.post("/reset");
    }

    private static Party customer(String instanceId) {
        Chat chat = Chat.startIn(EMULATOR, instanceId);
        Party.worked(
                EMULATOR.send("POST", "/contact/start-streaming", """
                {"InstanceId": "%s", "ContactId": "%s", "ClientToken": "",
                 "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(instanceId, chat.contactId(), TOPIC)));
        return chat.customer();
    }

    private static void fault(String instanceId, String members) {
        CONTROL.post("/faults", "{\"instanceId\": \"" + instanceId + "\", " + members + "}");
    }

    private static void reset(String instanceId) {
        CONTROL.post("/reset", "{\"instanceId\": \"" + instanceId + "\"}");
    }

    private static JsonNode awaited(String query, String json) {
        return CONTROL.post("/streaming-delivery/await" + query, json);
    }

    private static String counts(String query) {
        JsonNode view = CONTROL.get("/streaming-delivery" + query);
        return view.path("delivered").asString() + " delivered, "
                + view.path("waiting").asString() + " waiting, "
                + view.path("failed").asString() + " failed";
    }

    @Test
    @Rule({"C37", "S12"})
    void theItemsOfEachInstanceAreCountedFromItsLatestResetOn() {
        fault("here", "\"count\": 1, \"effect\": {\"type\": \"FORBID_STREAMING\"}");
        Party here = customer("here");
        Party there = customer("there");
        here.say("Forbidden");
        here.say("Allowed");
        there.say("Allowed");

        JsonNode view = awaited("?instanceId=here", "{\"delivered\": 1, \"failed\": 1, \"settled\": true}");

        assertThat(view.at("/failures/0/reason").asString()).contains("by fault-");
        awaited("?instanceId=there", "{\"delivered\": 1, \"settled\": true}");
        assertThat(counts("?instanceId=here")).isEqualTo("1 delivered, 0 waiting, 1 failed");
        assertThat(counts("?instanceId=there")).isEqualTo("1 delivered, 0 waiting, 0 failed");
        assertThat(counts("?instanceId=nowhere")).isEqualTo("0 delivered, 0 waiting, 0 failed");
        assertThat(counts("")).isEqualTo("2 delivered, 0 waiting, 1 failed");

        reset("here");

        assertThat(counts("?instanceId=here")).isEqualTo("0 delivered, 0 waiting, 0 failed");
        assertThat(counts("?instanceId=there")).isEqualTo("1 delivered, 0 waiting, 0 failed");
        assertThat(counts("")).isEqualTo("2 delivered, 0 waiting, 1 failed");
        customer("here").say("Again");
        awaited("?instanceId=here", "{\"delivered\": 1, \"settled\": true}");
        assertThat(counts("?instanceId=here")).isEqualTo("1 delivered, 0 waiting, 0 failed");
    }

    @Test
    @Rule({"C37", "S12"})
    void aResetOfAnInstanceDropsWhatWaitsForItAlone() {
        fault("here", "\"effect\": {\"type\": \"FAIL_STREAMING\"}");
        fault("there", "\"effect\": {\"type\": \"FAIL_STREAMING\"}");
        Party here = customer("here");
        Chat there = Chat.startIn(EMULATOR, "there");
        here.say("Never");
        CompletableFuture<JsonNode> settled =
                CompletableFuture.supplyAsync(() -> awaited("?instanceId=there", "{\"delivered\": 1}"));
        Awaitility.await().until(() -> EMULATOR.bean(DeliveryAwaits.class).waiting() == 1);
        Party other = customer("there");
        other.say("Later");
        assertThat(counts("?instanceId=here")).isEqualTo("0 delivered, 1 waiting, 0 failed");

        reset("here");

        assertThat(counts("?instanceId=here")).isEqualTo("0 delivered, 0 waiting, 0 failed");
        assertThat(counts("?instanceId=there")).isEqualTo("0 delivered, 1 waiting, 0 failed");
        assertThat(settled).isNotDone();
        CONTROL.call("DELETE", "/faults?instanceId=there", null);
        assertThat(settled.join().path("failed").asLong()).isZero();
        assertThat(EMULATOR.describe("there", there.contactId()).status()).isEqualTo(200);
    }

    @Test
    @Rule("C37")
    void anAwaitOfAnInstanceIsNotEndedByTheItemsOfAnother() {
        customer("there").say("Hello");
        awaited("?instanceId=there", "{\"delivered\": 1}");

        problem(
                CONTROL.call(
                        "POST",
                        "/streaming-delivery/await?instanceId=here",
                        "{\"delivered\": 1, \"timeout\": \"PT0.05S\"}"),
                408,
                "0 delivered, 0 waiting, 0 failed");
    }

    @Test
    @Rule({"C7", "C35"})
    void aFaultOfAnInstanceDisturbsItsStreamingsAlone() {
        fault("here", "\"effect\": {\"type\": \"FORBID_STREAMING\"}");
        customer("there").say("Hello");
        customer("here").say("Hello");

        awaited("?instanceId=there", "{\"delivered\": 1, \"settled\": true}");
        awaited("?instanceId=here", "{\"failed\": 1, \"settled\": true}");

        assertThat(counts("?instanceId=there")).isEqualTo("1 delivered, 0 waiting, 0 failed");
        assertThat(counts("?instanceId=here")).isEqualTo("0 delivered, 0 waiting, 1 failed");
    }
}
