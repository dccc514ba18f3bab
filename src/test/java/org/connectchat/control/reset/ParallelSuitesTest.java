package org.connectchat.control.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.testkit.topic.Streamed.CONTROL;
import static org.connectchat.testkit.topic.Streamed.EMULATOR;
import static org.connectchat.testkit.topic.Streamed.TOPIC;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that eight suites of tests run on one emulator as if each had it alone. */
class ParallelSuitesTest {

    private static final int SUITES = 8;
    private static final int TESTS = 10;

    @AfterEach
    void reset() {
        CONTROL.post("/reset");
    }

    @Test
    @Rule({"C35", "C36", "C37", "C38"})
    void eachCountsOnlyWhatItDoesItself() {
        CONTROL.post("/reset");

        assertThat(Simultaneously.call(SUITES, suite -> {
                    for (int test = 0; test < TESTS; test++) {
                        new Suite("suite-" + suite).runs(test);
                    }
                    return suite;
                }))
                .hasSize(SUITES);
    }

    private record Suite(String id) {

        void runs(int test) {
            JsonNode reset = CONTROL.post("/reset", "{\"instanceId\": \"" + id + "\"}");
            assertThat(reset.path("chats").asInt()).isEqualTo(test == 0 ? 0 : 1);
            assertNothingIsLeft();
            String flowId = EMULATOR.send("PUT", "/contact-flows/" + id, Flows.create("a-flow", Flows.LOOKING_UP))
                    .text("ContactFlowId");
            CONTROL.post("/flows/stubs", """
                    {"instanceId": "%s", "type": "GetCustomerProfile", "errorType": "OfTest%d"}""".formatted(id, test));
            fault("\"operation\": \"StartChatContact\", \"count\": 1,"
                    + " \"effect\": {\"type\": \"ERROR\", \"errorCode\": \"LimitExceededException\"}");
            fault("\"count\": 1, \"effect\": {\"type\": \"FORBID_STREAMING\"}");

            String start = Emulator.SMALLEST_START.replace("an-instance", id).replace("a-flow", flowId);
            assertThat(EMULATOR.start(start).status()).isEqualTo(429);
            Chat chat = Chat.start(EMULATOR, start);
            stream(chat);
            CONTROL.post("/contacts/" + chat.contactId() + "/connect");
            chat.customer().say("Forbidden");
            chat.customer().say("Allowed");

            assertThat(CONTROL.post("/contacts/" + chat.contactId() + "/flow/await", "{\"identifier\": \"look-up\"}")
                            .path("outcome")
                            .asString())
                    .isEqualTo("OfTest" + test);
            CONTROL.post("/streaming-delivery/await?instanceId=" + id, "{\"settled\": true, \"delivered\": 1}");
            assertThat(CONTROL.get("/streaming-delivery?instanceId=" + id)
                            .path("failed")
                            .asInt())
                    .isEqualTo(1);
            assertThat(count("/calls/count")).as("calls").isEqualTo(7);
            assertThat(count("/contact-events/count")).as("events").isEqualTo(2);
            CONTROL.get("/faults?instanceId=" + id)
                    .path("faults")
                    .forEach(fault -> assertThat(fault.path("strikes").asInt()).isEqualTo(1));
        }

        private void assertNothingIsLeft() {
            assertThat(count("/calls/count")).isZero();
            assertThat(count("/contact-events/count")).isZero();
            assertThat(CONTROL.get("/faults?instanceId=" + id).path("faults")).isEmpty();
            assertThat(CONTROL.get("/flows/stubs?instanceId=" + id).path("stubs"))
                    .isEmpty();
            assertThat(CONTROL.get("/streaming-delivery?instanceId=" + id)
                            .path("delivered")
                            .asInt())
                    .isZero();
        }

        private int count(String path) {
            return CONTROL.get(path + "?instanceId=" + id).path("count").asInt();
        }

        private void fault(String members) {
            CONTROL.post("/faults", "{\"instanceId\": \"" + id + "\", " + members + "}");
        }

        private void stream(Chat chat) {
            Party.worked(EMULATOR.send("POST", "/contact/start-streaming", """
                    {"InstanceId": "%s", "ContactId": "%s", "ClientToken": "",
                     "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(id, chat.contactId(), TOPIC)));
        }
    }
}
