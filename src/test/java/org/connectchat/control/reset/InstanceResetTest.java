package org.connectchat.control.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.connectchat.attachment.AttachmentDownloads;
import org.connectchat.attachment.AttachmentStore;
import org.connectchat.attachment.AttachmentUploads;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.websocket.ChatSockets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that a reset of one instance leaves nothing of it, and everything of another. */
class InstanceResetTest {

    @TempDir
    Path folder;

    private Emulator emulator;
    private Control control;

    @BeforeEach
    void start() {
        emulator = Emulator.own(
                "emulator.throttling.enabled=false", "emulator.attachments.folder=" + folder.toAbsolutePath());
        control = new Control(emulator);
        control.post("/clock/freeze", "{}");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private int reset(String instanceId) {
        return control.post("/reset", "{\"instanceId\": \"" + instanceId + "\"}")
                .path("chats")
                .asInt();
    }

    /** How much is kept, of everything that chats need. */
    private Map<String, Object> kept() {
        Map<String, Object> kept = new TreeMap<>(Map.of(
                "contacts", emulator.bean(ChatStore.class).contacts(),
                "keys", emulator.bean(ChatStore.class).keys(),
                "active", emulator.bean(ActiveChats.class).byInstance().toString(),
                "ended", emulator.bean(ChatEndings.class).keptChats(),
                "deadlines", emulator.bean(Deadlines.class).waiting(),
                "attachments", emulator.bean(AttachmentStore.class).size(),
                "uploads", emulator.bean(AttachmentUploads.class).size(),
                "downloads", emulator.bean(AttachmentDownloads.class).size(),
                "sockets", emulator.bean(ChatSockets.class).count()));
        kept.put("memory", emulator.bean(MemoryBudget.class).used());
        return kept;
    }

    @Test
    @Rule({"C1", "C2", "C38"})
    void nothingStaysOfTheInstance() {
        try (LivedInstance there = LivedInstance.in(emulator, "there")) {
            Map<String, Object> before = kept();
            try (LivedInstance here = LivedInstance.in(emulator, "here")) {
                assertThat(kept().entrySet()).doesNotContainAnyElementsOf(before.entrySet());

                assertThat(reset("here")).isEqualTo(4);

                assertThat(here.socket().closeCode()).isEqualTo(1000);
                await().untilAsserted(() -> assertThat(kept()).isEqualTo(before)); // sockets close by a handshake
                assertThat(there.socket().itemsUpToNow()).isNotNull();
            }
        }
    }

    @Test
    @Rule({"C1", "C38"})
    void nothingOfTheInstanceIsFoundAgain() {
        try (LivedInstance here = LivedInstance.in(emulator, "here")) {
            reset("here");

            for (Chat chat : List.of(here.active(), here.ended(), here.persistent(), here.inFlow())) {
                assertThat(emulator.describe("here", chat.contactId()).status()).isEqualTo(404);
                assertThat(control.call("GET", "/contacts/" + chat.contactId(), null)
                                .status())
                        .isEqualTo(404);
                assertThat(chat.customer()
                                .connection("{\"Type\": [\"WEBSOCKET\"]}")
                                .outcome())
                        .isEqualTo("403 AccessDeniedException");
            }
            assertThat(emulator.describe("here", here.agent().contactId()).status())
                    .isEqualTo(404);
            assertThat(here.agent()
                            .party()
                            .connection("{\"Type\": [\"WEBSOCKET\"]}")
                            .outcome())
                    .isEqualTo("403 AccessDeniedException");
            assertThat(here.active()
                            .customer()
                            .send("{\"ContentType\": \"text/plain\", \"Content\": \"Hello\"}")
                            .outcome())
                    .isEqualTo("403 AccessDeniedException");
            assertThat(here.first().put(here.announced(), LivedInstance.FILE).status())
                    .isEqualTo(403);
            assertThat(emulator.send("GET", here.downloadPath(), null).status()).isEqualTo(403);
            assertThat(emulator.started(LivedInstance.start("here", "\"ClientToken\": \"the-token\"")))
                    .isNotEqualTo(here.active().contactId());
            assertThat(emulator.send("GET", "/contact-flows/here/" + here.flowId(), null)
                            .status())
                    .isEqualTo(404);
            assertThat(flows("here")).isEmpty();
            assertThat(modules("here")).isEmpty();
        }
    }

    private List<String> flows(String instanceId) {
        return names("/contact-flows-summary/" + instanceId, "ContactFlowSummaryList");
    }

    private List<String> modules(String instanceId) {
        return names("/contact-flow-modules-summary/" + instanceId, "ContactFlowModulesSummaryList");
    }

    private List<String> names(String path, String member) {
        return emulator.send("GET", path, null).json().path(member).findValuesAsString("Name");
    }

    @Test
    @Rule({"C1", "C38"})
    void everythingOfAnotherInstanceGoesOn() {
        try (LivedInstance there = LivedInstance.in(emulator, "there");
                LivedInstance here = LivedInstance.in(emulator, "here")) {
            there.socket().itemsUpToNow();

            reset("here");

            there.agent().say("Still here");
            assertThat(there.socket().nextItem("text/plain").path("Content").asString())
                    .isEqualTo("Still here");
            assertThat(there.first().put(there.announced(), LivedInstance.FILE).status())
                    .isEqualTo(200);
            assertThat(emulator.send("GET", there.downloadPath(), null).body()).isEqualTo("a file");
            assertThat(emulator.describe("there", there.ended().contactId()).status())
                    .isEqualTo(200);
            Party customer = there.persistent().customer();
            String earlier = customer.transcript("{\"StartPosition\": {}}")
                    .path("NextToken")
                    .asString();
            assertThat(customer.transcript("{\"StartPosition\": {}, \"NextToken\": \"" + earlier + "\"}")
                            .path("Transcript")
                            .findValuesAsString("Content"))
                    .contains("Earlier");
            assertThat(emulator.started(LivedInstance.start("there", "\"ClientToken\": \"the-token\"")))
                    .isEqualTo(there.active().contactId());
            assertThat(flows("there")).containsExactly("waiting");
            assertThat(modules("there")).containsExactly("a-module");
            assertThat(control.get("/contacts/" + there.inFlow().contactId() + "/flow")
                            .at("/run/flowId")
                            .asString())
                    .isEqualTo(there.flowId());
            assertThat(emulator.send("PUT", "/contact-flows/there", Flows.create("waiting", Flows.WAITING))
                            .outcome())
                    .isEqualTo("409 DuplicateResourceException");
            assertThat(here.socket().closeCode()).isEqualTo(1000);
        }
    }

    @Test
    @Rule({"C2", "C38"})
    void aCallThatAFaultHoldsUpLeavesNothingOfTheInstance() {
        Map<String, Object> before = kept();
        Chat chat = Chat.startIn(emulator, "here");
        chat.customer().connectionToken();
        String fault = control.post("/faults", """
                        {"instanceId": "here", "operation": "SendMessage",
                         "effect": {"type": "LATENCY", "delay": "PT1S"}}""").path("id").asString();
        CompletableFuture<Answer> held = CompletableFuture.supplyAsync(
                () -> chat.customer().send("{\"ContentType\": \"text/plain\", \"Content\": \"Late\"}"));
        await().until(() -> control.get("/faults/" + fault).path("strikes").asInt() == 1);

        reset("here");

        assertThat(held.join().outcome()).isEqualTo("403 AccessDeniedException");
        control.call("DELETE", "/calls?instanceId=here", null); // has the call that was held up
        assertThat(kept()).isEqualTo(before);
    }
}
