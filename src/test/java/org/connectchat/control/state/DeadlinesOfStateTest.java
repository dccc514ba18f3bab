package org.connectchat.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the deadlines of loaded chats on a clock that was saved with them. */
class DeadlinesOfStateTest {

    private static final Emulator EMULATOR =
            Emulator.own("emulator.throttling.enabled=false", "emulator.ids.seedable=true");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @AfterEach
    void reset() {
        control.call("PUT", "/ids", "{}");
        control.post("/reset");
    }

    private String saved() {
        return control.call("GET", "/state", null).body();
    }

    private void load(String document, String query) {
        assertThat(control.call("PUT", "/state" + query, document).status()).isEqualTo(200);
    }

    private String state(String contactId) {
        return control.contact(contactId).path("state").asString();
    }

    @Test
    @Rule("V2")
    void aDeadlineFallsDueAtItsMoment() {
        control.post("/clock/freeze");
        String contactId = Chat.start(EMULATOR).contactId();
        control.advance("PT4M");
        String document = saved();
        control.post("/reset");

        load(document, "");

        control.advance("PT59S");
        assertThat(state(contactId)).isEqualTo("ACTIVE");
        control.advance("PT1S");
        assertThat(control.contact(contactId).path("disconnectReason").asString())
                .isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
    }

    @Test
    @Rule("V2")
    void aChatTimerRunsOnAndAnIdleParticipantIsDisconnected() {
        control.post("/clock/freeze");
        Chat chat = Chat.start(EMULATOR);
        assertThat(EMULATOR.send("PUT", "/contact/participant-role-config/an-instance/" + chat.contactId(), """
                {"ChannelConfiguration": {"Chat": {"ParticipantTimerConfigList": [
                  {"ParticipantRole": "CUSTOMER", "TimerType": "IDLE",
                   "TimerValue": {"ParticipantTimerDurationInMinutes": 2}},
                  {"ParticipantRole": "CUSTOMER", "TimerType": "DISCONNECT_NONCUSTOMER",
                   "TimerValue": {"ParticipantTimerDurationInMinutes": 3}}]}}}""")
                        .status())
                .isEqualTo(200);
        chat.customer().join().close();
        control.join(chat.contactId(), "Grace");
        control.advance("PT1M");
        String document = saved();
        control.post("/reset");

        load(document, "");
        control.advance("PT3M59S");
        assertThat(state(chat.contactId())).isEqualTo("ACTIVE");
        control.advance("PT1S");

        assertThat(control.contact(chat.contactId()).path("disconnectReason").asString())
                .isEqualTo("IDLE_DISCONNECT");
    }

    @Test
    @Rule("V2")
    void whatIsOverdueHasFiredWhenTheResponseComes() {
        String contactId = Chat.start(EMULATOR).contactId();
        JsonNode document = Chat.JSON.readTree(saved());
        Instant start = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
        JsonNode timeline = document.at("/chats/0/session/contacts/0/timeline");
        for (String member : new String[] {"chatStartedAt", "initiatedAt", "lastUpdatedAt"}) {
            ((ObjectNode) timeline).put(member, start.toString());
        }

        load(document.toString(), "");

        JsonNode contact = control.contact(contactId);
        assertThat(contact.path("disconnectReason").asString()).isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
        assertThat(Instant.parse(contact.path("disconnectedAt").asString()))
                .isEqualTo(start.plus(Duration.ofMinutes(5)));
    }

    @Test
    @Rule("V2")
    void aFrozenLoadKeepsEverythingAsItWas() {
        String contactId = Chat.start(EMULATOR).contactId();
        ObjectNode document = (ObjectNode) Chat.JSON.readTree(saved());
        document.put("savedAt", "2026-01-05T10:01:00Z");
        JsonNode timeline = document.at("/chats/0/session/contacts/0/timeline");
        for (String member : new String[] {"chatStartedAt", "initiatedAt", "lastUpdatedAt"}) {
            ((ObjectNode) timeline).put(member, "2026-01-05T10:00:00Z");
        }

        load(document.toString(), "?freeze=true");

        assertThat(state(contactId)).isEqualTo("ACTIVE");
        assertThat(control.get("/clock").path("now").asString()).isEqualTo("2026-01-05T10:01:00Z");
    }

    @Test
    @Rule("V3")
    void seededIdsGoOnAndNoneIsGivenTwice() {
        control.call("PUT", "/ids", "{\"seed\": 42}");
        control.post("/reset");
        String first = Chat.start(EMULATOR).contactId();
        String document = saved();
        String second = Chat.start(EMULATOR).contactId();
        control.post("/reset");

        load(document, "");

        assertThat(Chat.start(EMULATOR).contactId()).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    @Rule("V3")
    void aClientTokenGoesOnNamingItsChat() {
        String start = """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "ClientToken": "once"}""";
        String contactId = EMULATOR.started(start);
        String document = saved();
        control.post("/reset");

        load(document, "");

        assertThat(EMULATOR.started(start)).isEqualTo(contactId);
    }

    @Test
    @Rule("V3")
    void theQuotaCountsLoadedChats() {
        Chat.start(EMULATOR);
        String document = saved();

        load(document, "");
        load(document, "");

        assertThat(control.get("/contacts").path("contacts").size()).isEqualTo(1);
        assertThat(EMULATOR.bean(ActiveChats.class).byInstance()).containsEntry("an-instance", 1);
    }
}
