package org.connectchat.control.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows that a reset takes away what instances have of their own: that of the instance, or of all. */
class ResetOfOwnTest {

    private static final Emulator EMULATOR =
            Emulator.own("emulator.throttling.enabled=false", "emulator.flows.queues[0].id=sales");

    /** A flow that notes how long contacts of the queue wait. */
    private static final String ESTIMATING = """
            {"Version": "2019-10-30", "StartAction": "metrics", "Metadata": {}, "Actions": [
             {"Identifier": "metrics", "Type": "GetMetricData",
              "Parameters": {"QueueId": "support", "QueueChannel": "Chat"},
              "Transitions": {"NextAction": "note", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "note", "Type": "UpdateContactAttributes",
              "Parameters": {"Attributes": {"wait": "$.Metrics.Queue.EstimatedWaitTime"}},
              "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    private void put(String path, String json) {
        Answer answer = control.call("PUT", path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void give(String instanceId) {
        put("/queues?instanceId=" + instanceId, "{\"queues\": [{\"id\": \"support\"}]}");
        put("/hours?instanceId=" + instanceId, "{\"hours\": [{\"id\": \"office\", \"timeZone\": \"UTC\"}]}");
        put("/standing-agents/grace?instanceId=" + instanceId, "{}");
        put("/bots/Orders?instanceId=" + instanceId, "{\"rules\": []}");
    }

    private List<List<String>> own(String instanceId) {
        String query = "?instanceId=" + instanceId;
        return List.of(
                control.get("/queues" + query).path("queues").findValuesAsString("id"),
                control.get("/hours" + query).path("hours").findValuesAsString("id"),
                control.get("/standing-agents" + query).path("agents").findValuesAsString("agentId"),
                control.get("/bots" + query).path("bots").findValuesAsString("name"));
    }

    private static final List<List<String>> GIVEN =
            List.of(List.of("support"), List.of("office"), List.of("grace"), List.of("Orders"));
    private static final List<List<String>> NONE = List.of(List.of("sales"), List.of(), List.of(), List.of());

    private Chat queued(String instanceId) {
        Chat chat = start(instanceId, Flows.QUEUEING);
        control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"outcome\": \"Queued\"}");
        return chat;
    }

    private Chat start(String instanceId, String content) {
        String flowId = Flows.created(EMULATOR, instanceId, "flow" + System.nanoTime(), content);
        Chat chat = Flows.start(EMULATOR, instanceId, flowId);
        control.post("/contacts/" + chat.contactId() + "/connect");
        return chat;
    }

    @Test
    @Rule("F104")
    void aResetOfAnInstanceTakesItsOwnAwayAndLeavesThatOfOthers() {
        give("a");
        give("b");
        put("/standing-agents/ada", "{\"state\": \"BUSY\"}");
        Chat chat = queued("b");
        Awaitility.await()
                .until(
                        () -> control.contact(chat.contactId())
                                .at("/agent/agentId")
                                .asString(),
                        "grace"::equals);

        control.post("/reset", "{\"instanceId\": \"a\"}");

        assertThat(own("a")).isEqualTo(NONE);
        assertThat(own("b")).isEqualTo(GIVEN);
        assertThat(control.get("/standing-agents/grace?instanceId=b")
                        .at("/chats/0")
                        .asString())
                .isEqualTo(chat.contactId());
        assertThat(control.get("/standing-agents").path("agents").findValuesAsString("agentId"))
                .containsExactly("ada");
    }

    @Test
    @Rule({"F104", "C1"})
    void aFullResetTakesAwayWhatAllInstancesHaveOfTheirOwn() {
        give("a");
        give("b");

        control.post("/reset");

        assertThat(List.of(own("a"), own("b"))).containsOnly(NONE);
    }

    @Test
    @Rule("F104")
    void aResetForgetsHowLongContactsOfTheInstanceHaveWaited() {
        give("a");
        give("b");
        for (String instanceId : List.of("a", "b")) {
            Chat chat = queued(instanceId);
            Awaitility.await()
                    .until(
                            () -> control.contact(chat.contactId())
                                    .at("/agent/agentId")
                                    .asString(),
                            "grace"::equals);
        }
        assertThat(estimatedWait("a")).isTrue();

        control.post("/reset", "{\"instanceId\": \"a\"}");
        give("a");

        assertThat(estimatedWait("a")).isFalse();
        assertThat(estimatedWait("b")).isTrue();
        control.post("/reset");
        give("b");
        assertThat(estimatedWait("b")).isFalse();
    }

    private boolean estimatedWait(String instanceId) {
        Chat chat = start(instanceId, ESTIMATING);
        String note = "/contacts/" + chat.contactId() + "/flow/await";
        return !control.post(note, "{\"identifier\": \"note\"}")
                .at("/parameters/Attributes.wait")
                .asString()
                .isEmpty();
    }
}
