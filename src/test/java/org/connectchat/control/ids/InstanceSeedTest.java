package org.connectchat.control.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that the ids of an instance follow from a seed of its own, whatever other instances do meanwhile. */
class InstanceSeedTest {

    private static final Emulator EMULATOR =
            Emulator.own("emulator.ids.seedable=true", "emulator.throttling.enabled=false");

    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "greet", "Metadata": {}, "Actions": [
             {"Identifier": "greet", "Type": "MessageParticipant", "Parameters": {"Text": "Welcome"},
              "Transitions": {"NextAction": "wait", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "wait", "Type": "Wait", "Parameters": {"TimeLimitSeconds": "3600"},
              "Transitions": {"NextAction": "end",
               "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
               "Conditions": [{"NextAction": "end",
                "Condition": {"Operator": "Equals", "Operands": ["WaitCompleted"]}}]}},
             {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @AfterEach
    void reset() {
        control.post("/reset");
    }

    private static void reset(Emulator emulator, String instanceId, String seed) {
        new Control(emulator).post("/reset", "{\"instanceId\": \"%s\", \"seed\": %s}".formatted(instanceId, seed));
    }

    /** What one test does in its instance, step by step; returns the ids and tokens that it gets. */
    private static List<String> suite(Emulator emulator, String instanceId) {
        Control control = new Control(emulator);
        List<String> ids = new ArrayList<>();
        String flow = emulator.send("PUT", "/contact-flows/" + instanceId, Flows.create("greeting", FLOW))
                .text("ContactFlowId");
        Chat chat = Chat.start(
                emulator,
                Emulator.SMALLEST_START.replace("an-instance", instanceId).replace("a-flow", flow));
        String contactId = chat.contactId();
        ids.addAll(
                List.of(flow, contactId, chat.customer().id(), chat.customer().participantToken()));
        ids.add(chat.customer().connectionToken());
        control.post("/contacts/" + contactId + "/connect");
        control.post("/contacts/" + contactId + "/await", "{\"state\": \"MESSAGE\", \"text\": \"Welcome\"}");
        ids.add(chat.customer().say("Hello").text("Id"));
        ids.add(chat.addBot().participantToken());
        ids.add(emulator.send("POST", "/contact/start-streaming", """
                {"InstanceId": "%s", "ContactId": "%s", "ClientToken": "once", "ChatStreamingConfiguration":
                 {"StreamingEndpointArn": "arn:aws:sns:us-east-1:000000000000:a-topic"}}""".formatted(instanceId, contactId))
                .text("StreamingId"));
        Sharer sharer = new Sharer(
                emulator, contactId, chat.customer().id(), chat.customer().connectionToken());
        String file = sharer.shared("a.pdf", new byte[3]);
        ids.addAll(List.of(file, sharer.downloadPath(file)));
        Control.Agent agent = control.join(contactId, "Grace").transferTo("Edsger");
        ids.addAll(List.of(agent.id(), agent.contactId(), agent.party().participantToken()));
        control.contact(contactId)
                .path("transcript")
                .forEach(item -> ids.add(item.path("id").asString()));
        emulator.send("DELETE", "/contact-flows/" + instanceId + "/" + flow, null);
        return ids;
    }

    @Test
    @Rule("C32")
    void eightSuitesAtOnceGetTheIdsThatEachGetsAlone() {
        reset(EMULATOR, "suite-0", "42");
        List<String> alone = suite(EMULATOR, "suite-0");
        assertThat(alone).hasSizeGreaterThan(15).doesNotContain("");

        List<List<String>> together = Simultaneously.call(8, number -> {
            if (number < 5) {
                reset(EMULATOR, "suite-" + number, "42");
            }
            return suite(EMULATOR, "suite-" + number);
        });

        assertThat(together.get(0)).isEqualTo(alone);
        for (List<String> other : together.subList(1, 8)) {
            assertThat(other).doesNotContainAnyElementsOf(alone).hasSameSizeAs(alone);
        }
        try (Emulator elsewhere = Emulator.own("emulator.ids.seedable=true", "emulator.throttling.enabled=false")) {
            reset(elsewhere, "suite-1", "42");
            assertThat(suite(elsewhere, "suite-1")).isEqualTo(together.get(1));
        }
    }

    @Test
    @Rule("C32")
    void theSeedOfAnInstanceStaysUntilItsResetOrAFullOne() {
        reset(EMULATOR, "a", "42");
        String first = started("a");
        assertThat(seedOf("a")).isEqualTo("{\"seedable\":true,\"current\":42}");
        assertThat(seedOf("b")).isEqualTo("{\"seedable\":true}");
        control.post("/reset", "{\"instanceId\": \"b\"}");
        assertThat(seedOf("a")).contains("42");

        reset(EMULATOR, "a", "43");
        assertThat(started("a")).isNotEqualTo(first);
        control.post("/reset", "{\"instanceId\": \"a\"}");
        assertThat(seedOf("a")).isEqualTo("{\"seedable\":true}");
        assertThat(started("a")).isNotEqualTo(first);
        reset(EMULATOR, "a", "42");
        control.post("/reset");
        assertThat(seedOf("a")).isEqualTo("{\"seedable\":true}");
        assertThat(started("a")).isNotEqualTo(first);
    }

    private static String started(String instanceId) {
        return EMULATOR.started(Emulator.SMALLEST_START.replace("an-instance", instanceId));
    }

    private String seedOf(String instanceId) {
        return control.call("GET", "/ids?instanceId=" + instanceId, null).body();
    }

    /** A chat that started between the removal and the new seed would have an id that comes again. */
    @Test
    @Rule("C32")
    void noChatTakesTheIdOfAnotherThoughStartsCrossTheReset() {
        AtomicBoolean over = new AtomicBoolean();
        Simultaneously.call(6, number -> {
            while (number > 0 && !over.get()) {
                EMULATOR.start(Emulator.SMALLEST_START.replace("an-instance", "a"));
            }
            try {
                for (int i = 0; number == 0 && i < 150; i++) {
                    reset(EMULATOR, "a", "1");
                }
            } finally {
                over.set(true);
            }
            return number;
        });
        for (int i = 0; i < 100; i++) {
            EMULATOR.start(Emulator.SMALLEST_START.replace("an-instance", "a"));
        }

        int active = EMULATOR.bean(ActiveChats.class).byInstance().get("a");
        assertThat(EMULATOR.bean(ChatStore.class).contacts()).isEqualTo(active);
    }

    @Test
    @Rule("C32")
    void aFullResetWithASeedDoesWhatTheSeedAndAResetDo() {
        try (Emulator emulator = Emulator.own("emulator.ids.seedable=true")) {
            Control own = new Control(emulator);
            own.call("PUT", "/ids", "{\"seed\": 42}");
            own.post("/reset");
            String first = emulator.started(Emulator.SMALLEST_START);
            own.call("PUT", "/ids", "{\"seed\": 7}");
            reset(emulator, "an-instance", "8");

            own.post("/reset", "{\"seed\": 42}");

            assertThat(emulator.started(Emulator.SMALLEST_START)).isEqualTo(first);
            own.post("/reset", "{\"seed\": null}");
            assertThat(emulator.started(Emulator.SMALLEST_START)).isEqualTo(first);
            assertThat(own.call("GET", "/ids", null).body())
                    .isEqualTo("{\"seedable\":true,\"seed\":42,\"current\":42}");
        }
    }

    @Test
    @Rule({"C32", "C38"})
    void aResetTakesTheFlowsAwaySoTheNextOneHasTheSameId() {
        reset(EMULATOR, "a", "42");
        String first = flow("first");
        reset(EMULATOR, "a", "42");

        assertThat(flow("second")).isEqualTo(first).isNotEmpty();
    }

    private static String flow(String name) {
        return EMULATOR.send("PUT", "/contact-flows/a", Flows.create(name, FLOW))
                .text("ContactFlowId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seed\": 1}", "{\"instanceId\": \"an-instance\", \"seed\": 1}"})
    @Rule("C32")
    void whereSeedsAreNotAllowedNothingIsRemoved(String json) {
        try (Emulator emulator = Emulator.own()) {
            String contactId = emulator.started(Emulator.SMALLEST_START);

            problem(emulator.send("POST", "/_emulator/reset", json), 409, "emulator.ids.seedable");

            assertThat(emulator.describe("an-instance", contactId).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "true", "9223372036854775808", "[]"})
    @Rule("C32")
    void aSeedThatIsNotAnIntegerIsAProblem(String seed) {
        problem(
                control.call("POST", "/reset", "{\"instanceId\": \"a\", \"seed\": " + seed + "}"),
                400,
                "seed: must be");
    }

    @Test
    @Rule("C32")
    void aThousandInstancesHaveSeedsUntilOneIsReset() {
        for (int i = 0; i < 1_000; i++) {
            reset(EMULATOR, "i" + i, "1");
        }
        started("more");

        Answer refused = control.call("POST", "/reset", "{\"instanceId\": \"more\", \"seed\": 1}");

        problem(refused, 409, "1000 instances have a seed of their own");
        assertThat(control.get("/contacts?instanceId=more").path("contacts").size())
                .isEqualTo(1);
        reset(EMULATOR, "i7", "2");
        control.post("/reset", "{\"instanceId\": \"i7\"}");
        reset(EMULATOR, "more", "1");
        assertThat(seedOf("more")).contains("\"current\":1");
    }
}
