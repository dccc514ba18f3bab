package org.connectchat.control.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows a chat that is handed over: a new contact of the same session, in which the customer notices little. */
class TransferTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);

    private JsonNode describe(String contactId) {
        return emulator.describe("an-instance", contactId).json().path("Contact");
    }

    @Test
    @Rule("A9")
    void theChatGoesOnInANewContactOfTheSameSession() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");

        Control.Agent edsger = grace.transferTo("Edsger");

        JsonNode first = describe(chat.contactId());
        JsonNode second = describe(edsger.contactId());
        assertThat(edsger.contactId()).isNotEqualTo(chat.contactId());
        assertThat(second.path("InitialContactId").asString()).isEqualTo(chat.contactId());
        assertThat(second.path("PreviousContactId").asString()).isEqualTo(chat.contactId());
        assertThat(second.path("InitiationMethod").asString()).isEqualTo("TRANSFER");
        assertThat(second.at("/AgentInfo/Id").asString()).isEqualTo("Edsger-id");
        assertThat(second.has("DisconnectTimestamp")).isFalse();
        assertThat(first.path("DisconnectTimestamp").asDouble())
                .isEqualTo(second.path("InitiationTimestamp").asDouble());
        assertThat(first.has("DisconnectReason")).isFalse();
        assertThat(first.at("/AgentInfo/Id").asString()).isEqualTo("Grace-id");
    }

    @Test
    @Rule("A9")
    void theCustomerKeepsItsTokensAndItsSocket() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        try (ClientSocket socket = chat.customer().join()) {
            chat.customer().say("before");
            Control.Agent edsger = grace.transferTo("Edsger");
            chat.customer().say("after");
            edsger.say("hello");

            JsonNode left = socket.nextEvent("participant.left");
            JsonNode joined = socket.nextEvent("participant.joined");
            JsonNode after = socket.nextItem("text/plain");
            JsonNode hello = socket.nextItem("text/plain");
            assertThat(left.path("ContactId").asString()).isEqualTo(chat.contactId());
            assertThat(List.of(joined, after, hello))
                    .allMatch(item -> item.path("ContactId").asString().equals(edsger.contactId()))
                    .allMatch(item -> item.path("InitialContactId").asString().equals(chat.contactId()));
            assertThat(left.path("DisplayName").asString()).isEqualTo("Grace");
            assertThat(joined.path("DisplayName").asString()).isEqualTo("Edsger");
        }
        try (ClientSocket again = chat.customer().join()) {
            assertThat(again.isClosed()).isFalse();
        }
    }

    @Test
    @Rule("A9")
    void theTranscriptIsThatOfTheWholeSession() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        chat.customer().say("one");
        Control.Agent edsger = grace.transferTo("Edsger");
        chat.customer().say("two");

        for (Party reader : List.of(chat.customer(), edsger.party())) {
            assertThat(Chat.wholeTranscript(reader))
                    .filteredOn(item -> item.has("Content"))
                    .extracting(item -> item.path("Content").asString())
                    .containsExactly("one", "two");
            assertThat(Chat.wholeTranscript(reader)).noneMatch(item -> item.has("RelatedContactId"));
        }
        JsonNode filtered = chat.customer()
                .transcript("{\"ContactId\": \"" + edsger.contactId() + "\", \"SortOrder\": \"ASCENDING\"}");
        assertThat(filtered.path("Transcript"))
                .extracting(item -> item.path("ContactId").asString())
                .containsOnly(edsger.contactId())
                .hasSize(2);
    }

    @Test
    @Rule("A9")
    void theAgentThatTransfersLeaves() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        Party party = grace.party();
        try (ClientSocket socket = party.join()) {
            party.connectionToken();
            grace.transferTo("Edsger");

            socket.nextEvent("transfer.succeeded");
            socket.nextEvent("participant.left");
            assertThat(socket.closeCode()).isEqualTo(1000);
            assertThat(party.call("transcript", "{}").outcome()).isEqualTo("403 AccessDeniedException");
            assertThat(party.connection("{\"Type\": [\"WEBSOCKET\"]}").outcome())
                    .isEqualTo("403 AccessDeniedException");
        }
        problem(control.call("POST", grace.path("transfer"), "{\"displayName\": \"X\"}"), 404, "No agent");
    }

    @Test
    @Rule("A10")
    void itIsStillOneChatForTheQuotaTheClocksAndTheEnd() {
        Emulator one = Emulator.with("emulator.quotas.concurrent-active-chats=1", "emulator.throttling.enabled=false");
        Control its = new Control(one);
        its.post("/reset");
        Chat chat = Chat.start(one);
        Control.Agent edsger = its.join(chat.contactId(), "Grace").transferTo("Edsger");
        assertThat(one.start(Emulator.SMALLEST_START).outcome()).isEqualTo("429 LimitExceededException");
        assertThat(its.contact(edsger.contactId()).path("expiresAt").asString())
                .isEqualTo(its.contact(chat.contactId()).path("expiresAt").asString());

        one.stop("an-instance", chat.contactId());
        assertThat(its.contact(edsger.contactId()).path("state").asString()).isEqualTo("ACTIVE");
        one.stop("an-instance", edsger.contactId());

        assertThat(its.contact(edsger.contactId()).path("disconnectReason").asString())
                .isEqualTo("API");
        assertThat(chat.customer().connection("{\"Type\": [\"WEBSOCKET\"]}").outcome())
                .isEqualTo("403 AccessDeniedException");
        assertThat(one.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        its.post("/reset");
    }

    @Test
    @Rule("A10")
    void theSessionSharesItsAttributes() {
        Chat chat = Chat.start(emulator);
        control.join(chat.contactId(), "Grace").transferTo("Edsger");

        emulator.send("POST", "/contact/attributes", """
                {"InstanceId": "an-instance", "InitialContactId": "%s", "Attributes": {"mood": "good"}}""".formatted(chat.contactId()));

        assertThat(emulator.attributes("an-instance", chat.contactId())
                        .json()
                        .at("/Attributes/mood")
                        .asString())
                .isEqualTo("good");
    }

    @Test
    @Rule("A10")
    void aLaterChatContinuesTheWholeSessionOrASegmentOfIt() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        chat.customer().say("one");
        Control.Agent edsger = grace.transferTo("Edsger");
        chat.customer().say("two");
        edsger.act("end");

        Chat whole = Chat.continuing(emulator, chat.contactId(), "ENTIRE_PAST_SESSION");
        Chat segment = Chat.continuing(emulator, chat.contactId(), "FROM_SEGMENT");

        assertThat(pastOf(whole)).containsExactly("two", "one");
        assertThat(pastOf(segment)).containsExactly("one");
        assertThat(whole.description().path("RelatedContactId").asString()).isEqualTo(edsger.contactId());
    }

    /** What was said in the past that a chat continues, newest first. */
    private static List<String> pastOf(Chat chat) {
        chat.customer().say("again");
        JsonNode present = chat.customer().transcript("{}");
        JsonNode past = chat.customer()
                .transcript("{\"MaxResults\": 100, \"NextToken\": \""
                        + present.path("NextToken").asString() + "\"}");
        return past.path("Transcript")
                .valueStream()
                .filter(item -> item.has("Content"))
                .map(item -> item.path("Content").asString())
                .toList();
    }

    @Test
    @Rule("A9")
    void aTransferThatFailsIsInTheTranscriptAndChangesNothing() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");

        grace.act("transfer/fail");
        grace.say("still me");

        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly(Party.EVENT + "participant.joined", Party.EVENT + "transfer.failed", "text/plain");
    }
}
