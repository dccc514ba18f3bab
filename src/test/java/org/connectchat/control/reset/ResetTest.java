package org.connectchat.control.reset;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Shows what a reset takes away, and what it leaves. */
class ResetTest {

    /** Its state is reset, so it is shared with no other test. */
    private static final Emulator EMULATOR =
            Emulator.own("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=2");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    private static String start(String instanceId, String clientToken) {
        return EMULATOR.started("""
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "ClientToken": "%s"}""".formatted(instanceId, clientToken));
    }

    @Test
    @Rule("C1")
    void nothingIsLeft() {
        Chat active = Chat.start(EMULATOR);
        Chat ended = Chat.start(EMULATOR);
        Party agent = control.join(active.contactId(), "Grace").party();
        try (ClientSocket customer = active.customer().join();
                ClientSocket agents = agent.join();
                ClientSocket silent = ended.customer().dial()) {
            String token = active.customer().connectionToken();
            ended.stop();

            assertThat(control.post("/reset").path("chats").asInt()).isEqualTo(2);

            assertThat(customer.closeCode()).isEqualTo(1000);
            assertThat(agents.closeCode()).isEqualTo(1000);
            assertThat(silent.closeCode()).isEqualTo(1000);
            assertThat(customer.itemsUpToNow())
                    .noneMatch(item -> item.path("ContentType").asString().endsWith("chat.ended"));
            assertThat(Chat.call(EMULATOR, "/participant/transcript", token, "{}")
                            .outcome())
                    .isEqualTo("403 AccessDeniedException");
        }
        assertThat(control.get("/contacts").path("contacts")).isEmpty();
        assertThat(EMULATOR.describe("an-instance", active.contactId()).status())
                .isEqualTo(404);
        start("an-instance", "a");
        start("an-instance", "b");
        control.post("/reset");
    }

    @Test
    @Rule("C1")
    void aClientTokenStartsANewChatAfterwards() {
        String before = start("an-instance", "the-token");

        control.post("/reset");

        assertThat(start("an-instance", "the-token")).isNotEqualTo(before);
        control.post("/reset");
    }

    @Test
    @Rule("C1")
    void oneInstancesChatsGoAndThoseOfOthersStay() {
        String here = start("here", "t");
        String there = start("there", "t");

        assertThat(control.post("/reset", "{\"instanceId\": \"here\"}")
                        .path("chats")
                        .asInt())
                .isEqualTo(1);

        assertThat(EMULATOR.describe("here", here).status()).isEqualTo(404);
        assertThat(EMULATOR.describe("there", there).status()).isEqualTo(200);
        assertThat(start("there", "t")).isEqualTo(there);
        assertThat(start("here", "t")).isNotEqualTo(here);
        control.post("/reset");
    }

    @Test
    @Rule("C1")
    void theClockAndTheJournalGoBackToo() {
        control.post("/clock/set", "{\"to\": \"2030-01-01T00:00:00Z\"}");
        start("an-instance", "x");

        control.post("/reset");

        assertThat(control.get("/clock").path("mode").asString()).isEqualTo("SYSTEM");
        assertThat(control.get("/calls/count").path("count").asInt()).isZero();
    }
}
