package org.connectchat.control.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that any contact id of a session finds the session, in every control call that takes one. */
class SessionIdsTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");

    private final Control control = new Control(EMULATOR);
    private Chat chat;
    private Control.Agent second;
    private Control.Agent third;
    private List<String> ids;

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    /** A chat that two agents handed over, with one message in each of its three contacts. */
    @BeforeEach
    void aChatOfThreeContacts() {
        control.post("/reset");
        chat = Chat.start(EMULATOR);
        Control.Agent first = control.join(chat.contactId(), "Grace");
        chat.customer().say("one");
        second = first.transferTo("Edsger");
        chat.customer().say("two");
        third = second.transferTo("Barbara");
        chat.customer().say("three");
        ids = List.of(chat.contactId(), second.contactId(), third.contactId());
    }

    @Test
    @Rule("C13")
    void aContactIsShownAsItIsWithTheTranscriptAndTheDeadlinesOfItsSession() {
        for (String id : ids) {
            JsonNode contact = control.contact(id);

            assertThat(contact.path("contactId").asString()).isEqualTo(id);
            assertThat(contact.path("state").asString()).isEqualTo(id.equals(third.contactId()) ? "ACTIVE" : "ENDED");
            assertThat(contact.path("transcript").valueStream().filter(item -> item.has("content")))
                    .extracting(item -> item.path("content").asString())
                    .containsExactly("one", "two", "three");
            assertThat(contact.path("deadlines"))
                    .isNotEmpty()
                    .isEqualTo(control.contact(third.contactId()).path("deadlines"));
        }
    }

    @Test
    @Rule("C13")
    void contactsAreListedBySession() {
        Chat.start(EMULATOR);
        for (String id : ids) {
            assertThat(control.get("/contacts?contactId=" + id).path("contacts").findValuesAsString("contactId"))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(control.get("/contacts?initialContactId=" + ids.get(0)).path("contacts"))
                .hasSize(3);
        assertThat(control.get("/contacts?contactId=nothing").path("contacts")).isEmpty();
    }

    @Test
    @Rule("C13")
    void callsAreFoundBySession() {
        Chat.start(EMULATOR);
        for (String id : ids) {
            JsonNode said =
                    control.get("/calls?operation=SendMessage&contactId=" + id).path("calls");
            assertThat(said.findValuesAsString("contactId")).containsExactlyElementsOf(ids);
            assertThat(said.findValuesAsString("initialContactId")).containsOnly(ids.get(0));
            assertThat(control.get("/calls/count?operation=SendMessage&contactId=" + id)
                            .path("count")
                            .asInt())
                    .isEqualTo(3);
            assertThat(control.post("/calls/await", """
                            {"operation": "SendMessage", "count": 3, "contactId": "%s"}""".formatted(id)).path("calls"))
                    .hasSize(3);
        }
        assertThat(control.get("/calls?operation=SendMessage&initialContactId=" + ids.get(0))
                        .path("calls"))
                .hasSize(3);
        assertThat(control.get("/calls?initialContactId=" + ids.get(1)).path("calls"))
                .isEmpty();
        assertThat(control.post("/calls/await", """
                        {"operation": "StartChatContact", "initialContactId": "%s"}""".formatted(ids.get(0))).path("calls"))
                .hasSize(1);
    }

    @Test
    @Rule("C13")
    void theJournalStillKnowsTheSessionsOfChatsThatAreForgotten() {
        control.post("/clock/advance", "{\"by\": \"30d\"}"); // the chat ends, and is kept for a day

        assertThat(control.call("GET", "/contacts/" + ids.get(0), null).status())
                .isEqualTo(404);
        for (String id : ids) {
            assertThat(control.get("/calls?operation=SendMessage&contactId=" + id)
                            .path("calls")
                            .findValuesAsString("contactId"))
                    .containsExactlyElementsOf(ids);
        }
    }

    @Test
    @Rule("C13")
    void anAwaitByAnOlderIdSeesACallThatComesAfterALaterTransfer() {
        JsonNode calls = control.get("/calls").path("calls");
        long number = calls.get(calls.size() - 1).path("number").asLong();
        CompletableFuture<JsonNode> awaited =
                CompletableFuture.supplyAsync(() -> control.post("/calls/await", """
                        {"operation": "SendMessage", "after": %d, "contactId": "%s", "timeout": "PT30S"}""".formatted(number, ids.get(1))));

        Control.Agent fourth = third.transferTo("Ada-2");
        chat.customer().say("four");

        assertThat(awaited.join().at("/calls/0/contactId").asString()).isEqualTo(fourth.contactId());
    }

    @Test
    @Rule("C13")
    void aFaultHitsTheWholeSession() {
        for (String id : ids) {
            JsonNode fault = control.post("/faults", """
                    {"operation": "SendMessage", "contactId": "%s", "count": 1,
                     "effect": {"type": "ERROR", "errorCode": "ThrottlingException"}}""".formatted(id));

            Answer struck = chat.customer().send("{\"ContentType\": \"text/plain\", \"Content\": \"x\"}");

            assertThat(struck.outcome()).isEqualTo("429 ThrottlingException");
            control.call("DELETE", "/faults/" + fault.path("id").asString(), null);
        }
        Chat other = Chat.start(EMULATOR);
        control.post("/faults", """
                {"contactId": "%s", "effect": {"type": "ERROR", "errorCode": "ThrottlingException"}}""".formatted(ids.get(1)));
        other.customer().say("not struck");
    }

    @Test
    @Rule("C13")
    void aFaultOfSocketsHitsTheWholeSession() {
        try (ClientSocket socket = chat.customer().join()) {
            control.post("/faults", """
                    {"contactId": "%s", "effect": {"type": "DROP_SOCKET"}}""".formatted(ids.get(0)));
            third.say("dropped");
            assertThat(socket.closeCode()).isEqualTo(-1);
        }
    }

    @Test
    @Rule("C13")
    void everyActionReachesTheChatByAnyId() {
        for (String id : ids) {
            try (ClientSocket socket = chat.customer().join()) {
                assertThat(control.post("/contacts/" + id + "/sockets/drop")
                                .path("dropped")
                                .asInt())
                        .isEqualTo(1);
                assertThat(socket.closeCode()).isEqualTo(-1);
            }
            assertThat(control.post("/contacts/" + id + "/connect")
                            .path("contactId")
                            .asString())
                    .isEqualTo(third.contactId());
            String agent = "/contacts/" + id + "/agents/" + third.id();
            assertThat(control.post(agent + "/messages", "{\"content\": \"hello\"}")
                            .path("contactId")
                            .asString())
                    .isEqualTo(third.contactId());
            assertThat(control.post(agent + "/typing").path("contactId").asString())
                    .isEqualTo(third.contactId());
            assertThat(control.join(id, "Helper").contactId()).isEqualTo(third.contactId());
        }
        assertThat(control.post("/contacts/" + ids.get(0) + "/end", "{\"disconnectReason\": \"AGENT_DISCONNECT\"}")
                        .path("contactId")
                        .asString())
                .isEqualTo(third.contactId());
    }
}
