package org.connectchat.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows that the calls of one instance are forgotten alone. */
class CallsOfInstancesTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");
    private static final String FORGET = "DELETE";

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    private void forget(String how) {
        if (how.equals(FORGET)) {
            assertThat(control.call("DELETE", "/calls?instanceId=here", null).status())
                    .isEqualTo(204);
        } else {
            control.post("/reset", "{\"instanceId\": \"here\"}");
        }
    }

    private List<String> operations() {
        return control.get("/calls").path("calls").findValuesAsString("operation");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORGET, "reset"})
    @Rule("C36")
    void theCallsOfOneInstanceGoAndThoseOfOthersStay(String how) {
        Chat here = Chat.startIn(EMULATOR, "here");
        Chat there = Chat.startIn(EMULATOR, "there");
        here.customer().say("Hello");
        there.customer().say("Hello");
        EMULATOR.send("GET", "/instance", null);
        EMULATOR.describe("arn:aws:connect:us-east-1:000000000000:instance%2Fhere", here.contactId());

        forget(how);

        assertThat(operations())
                .containsExactly("StartChatContact", "CreateParticipantConnection", "SendMessage", "ListInstances");
        assertThat(control.get("/calls/count?instanceId=here").path("count").asInt())
                .isZero();
        there.stop();
        long last = control.get("/calls").at("/calls/4/number").asLong();
        assertThat(last).as("numbers go on").isGreaterThan(8);
    }

    @Test
    @Rule("C36")
    void theMemoryOfForgottenCallsIsGivenBack() {
        EMULATOR.stop("there", "unknown");
        long before = EMULATOR.bean(MemoryBudget.class).used();
        EMULATOR.stop("here", "unknown");
        assertThat(EMULATOR.bean(MemoryBudget.class).used()).isGreaterThan(before);

        forget(FORGET);

        assertThat(EMULATOR.bean(MemoryBudget.class).used()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORGET, "reset"})
    @Rule("C36")
    void anAwaitOfAnotherInstanceKeepsWhatItHasFound(String how) {
        CompletableFuture<JsonNode> here = awaited("here");
        CompletableFuture<JsonNode> there = awaited("there");
        CompletableFuture<JsonNode> both = CompletableFuture.supplyAsync(() ->
                control.post("/calls/await", "{\"operation\": \"StopContact\", \"count\": 3, \"timeout\": \"20s\"}"));
        Awaitility.await().until(() -> EMULATOR.bean(Journal.class).waiting() == 3);
        EMULATOR.stop("here", "one");
        EMULATOR.stop("there", "one");

        forget(how);
        EMULATOR.stop("here", "two");
        EMULATOR.stop("there", "two");

        assertThat(contacts(there.join())).containsExactly("one", "two");
        assertThat(contacts(both.join())).containsExactly("one", "two", "two");
        assertThat(here).as("has one of two calls").isNotDone();
        EMULATOR.stop("here", "three");
        assertThat(contacts(here.join())).containsExactly("two", "three");
    }

    private CompletableFuture<JsonNode> awaited(String instanceId) {
        return CompletableFuture.supplyAsync(() -> control.post(
                "/calls/await", "{\"instanceId\": \"" + instanceId + "\", \"count\": 2, \"timeout\": \"20s\"}"));
    }

    private static List<String> contacts(JsonNode awaited) {
        return awaited.path("calls").findValuesAsString("contactId");
    }
}
