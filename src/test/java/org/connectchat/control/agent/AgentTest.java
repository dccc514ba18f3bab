package org.connectchat.control.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows a chat with an agent that the control API plays, as the customer's clients and Connect's operations see it. */
class AgentTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);

    @Test
    @Rule("A1")
    void everybodyHearsThatAnAgentJoins() {
        Chat chat = Chat.start(emulator);
        try (ClientSocket socket = chat.customer().join()) {
            Control.Agent grace = control.join(chat.contactId(), "Grace");

            socket.nextEvent("participant.joined");
            JsonNode joined = socket.nextEvent("participant.joined");
            assertThat(joined.path("ParticipantRole").asString()).isEqualTo("AGENT");
            assertThat(joined.path("DisplayName").asString()).isEqualTo("Grace");
            assertThat(joined.path("ParticipantId").asString()).isEqualTo(grace.id());
            assertThat(joined.path("ContactId").asString()).isEqualTo(chat.contactId());
        }
    }

    @Test
    @Rule("A1")
    void theContactKnowsTheAgentWhoTookItFirst() {
        Chat chat = Chat.start(emulator);
        assertThat(chat.description().has("AgentInfo")).isFalse();

        control.join(chat.contactId(), "Grace");
        control.join(chat.contactId(), "Edsger");

        JsonNode agent = chat.description().path("AgentInfo");
        assertThat(agent.path("Id").asString()).isEqualTo("Grace-id");
        assertThat(agent.path("AcceptedByAgentTimestamp").asDouble())
                .isGreaterThanOrEqualTo(
                        chat.description().path("InitiationTimestamp").asDouble())
                .isLessThanOrEqualTo(agent.path("ConnectedToAgentTimestamp").asDouble());
    }

    @Test
    @Rule("A1")
    void anAgentWhoIsNotThereYetComesWithItsToken() {
        Chat chat = Chat.start(emulator);
        JsonNode agent = control.post("/contacts/" + chat.contactId() + "/agents", """
                        {"displayName": "Grace", "connect": false}""");
        assertThat(chat.description().path("AgentInfo").has("ConnectedToAgentTimestamp"))
                .isFalse();

        Party party = new Party(
                emulator,
                agent.path("participantId").asString(),
                agent.path("participantToken").asString());
        party.sayPresent();
        party.say("here I am");

        assertThat(chat.description().path("AgentInfo").has("ConnectedToAgentTimestamp"))
                .isTrue();
        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(
                        item -> item.path("ContentType").asString().replace(Party.EVENT, ""),
                        item -> item.path("DisplayName").asString())
                .containsExactly(
                        tuple("participant.invited", "Grace"),
                        tuple("participant.joined", "Grace"),
                        tuple("text/plain", "Grace"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/markdown",
                "application/json",
                "application/vnd.amazonaws.connect.message.interactive",
                "application/vnd.amazonaws.connect.message.interactive.response"
            })
    @Rule("A2")
    void anAgentSaysWhatTheChatWasStartedFor(String contentType) {
        Chat chat = Chat.ofAllTypes(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        try (ClientSocket socket = chat.customer().join()) {
            JsonNode sent = grace.act("messages", """
                            {"contentType": "%s", "content": "{\\"templateType\\": \\"ListPicker\\"}"}""".formatted(contentType));

            JsonNode heard = socket.nextItem(contentType);
            assertThat(heard.path("Id").asString()).isEqualTo(sent.path("id").asString());
            assertThat(heard.path("Content").asString()).isEqualTo("{\"templateType\": \"ListPicker\"}");
            assertThat(heard.path("ParticipantRole").asString()).isEqualTo("AGENT");
        }
    }

    @Test
    @Rule("A2")
    void anInteractiveMessageMayBeGivenAsTheObjectThatItIs() {
        Chat chat = Chat.ofAllTypes(emulator);

        control.join(chat.contactId(), "Grace").act("messages", """
                {"contentType": "application/vnd.amazonaws.connect.message.interactive",
                 "content": {"templateType": "ViewResource", "version": "1.0",
                   "data": {"content": {"viewId": "form", "viewToken": "form"}}}}""");

        List<JsonNode> transcript = Chat.wholeTranscript(chat.customer());
        assertThat(Chat.JSON
                        .readTree(transcript.get(1).path("Content").asString())
                        .at("/data/content/viewToken")
                        .asString())
                .isEqualTo("form");
    }

    @Test
    @Rule("A2")
    void whatTheChatWasNotStartedForIsRefused() {
        Chat chat = Chat.start(emulator);
        String path = control.join(chat.contactId(), "Grace").path("messages");

        Answer negotiated = control.call("POST", path, """
                {"contentType": "text/markdown", "content": "*hi*"}""");
        Answer known = control.call("POST", path, """
                {"contentType": "text/html", "content": "<b>hi</b>"}""");
        Answer tooLong = control.call("POST", path, "{\"content\": \"" + "x".repeat(1025) + "\"}");

        Answer nothing = control.call("POST", path, "{\"content\": null}");

        problem(nothing, 400, "content: must be a string");
        for (String content : new String[] {"5", "5.5", "true", "[]", "[\"a\"]", "{}", "{\"a\": 1}"}) {
            problem(control.call("POST", path, "{\"content\": " + content + "}"), 400, "content: must be a string");
        }
        problem(negotiated, 400, "contentType: is not among the SupportedMessagingContentTypes");
        problem(known, 400, "contentType: must be one of text/plain");
        problem(tooLong, 400, "content: length must be 1 to 1024 characters, was 1025");
        assertThat(tooLong.json().at("/errors/0/field").asString()).isEqualTo("content");
    }

    @Test
    @Rule("T15")
    void anAgentSaysNothingThatIsNoUnicodeText() {
        Chat chat = Chat.start(emulator);
        Control.Agent agent = control.join(chat.contactId(), "Ida");

        Answer answer = control.call("POST", agent.path("messages"), "{\"content\": \"\\ud800\"}");

        problem(answer, 400, "content: holds a surrogate without its other half");
    }

    @Test
    @Rule("A3")
    void bothSidesSeeEachOtherType() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        try (ClientSocket customer = chat.customer().join();
                ClientSocket agent = grace.party().join()) {
            grace.act("typing");
            chat.customer().signal("typing");

            assertThat(customer.nextEvent("typing").path("DisplayName").asString())
                    .isEqualTo("Grace");
            agent.nextEvent("typing");
            assertThat(agent.nextEvent("typing").path("DisplayName").asString()).isEqualTo("Ada");
        }
        assertThat(Chat.wholeTranscript(chat.customer()))
                .noneMatch(item -> item.path("ContentType").asString().endsWith("typing"));
    }

    @Test
    @Rule("A3")
    void receiptsGoBothWays() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        try (ClientSocket customer = chat.customer().join()) {
            String asked = chat.customer().say("hello?").text("Id");
            String answered = grace.say("hello!").path("id").asString();

            grace.act("receipts", "{\"messageId\": \"" + asked + "\", \"type\": \"DELIVERED\"}");
            grace.act("receipts", "{\"messageId\": \"" + asked + "\", \"type\": \"READ\"}");
            chat.customer().receipt("read", answered);

            JsonNode delivered = customer.nextEvent("message.metadata").at("/MessageMetadata");
            JsonNode read = customer.nextEvent("message.metadata").at("/MessageMetadata");
            assertThat(delivered.path("MessageId").asString()).isEqualTo(asked);
            assertThat(delivered.at("/Receipts/0").has("ReadTimestamp")).isFalse();
            assertThat(read.at("/Receipts/0/RecipientParticipantId").asString()).isEqualTo(grace.id());
            assertThat(read.at("/Receipts/0").has("ReadTimestamp")).isTrue();
            assertThat(control.contact(chat.contactId()).path("transcript"))
                    .filteredOn(item -> item.path("id").asString().equals(answered))
                    .allMatch(item -> item.at("/receipts/0/participantId")
                            .asString()
                            .equals(chat.customer().id()))
                    .hasSize(1);
        }
    }

    @Test
    @Rule("A3")
    void aReceiptOfNothingIsRefused() {
        Chat chat = Chat.start(emulator);
        String path = control.join(chat.contactId(), "Grace").path("receipts");

        problem(
                control.call("POST", path, "{\"messageId\": \"nobody-said-it\", \"type\": \"READ\"}"),
                400,
                "messageId: is of no message in this chat");
        problem(
                control.call("POST", path, "{\"messageId\": \"x\", \"type\": \"SEEN\"}"),
                400,
                "type: must be one of DELIVERED, READ");
    }

    @Test
    @Rule("A4")
    void anAgentSharesAFileThatTheCustomerDownloads() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");

        Answer shared = emulator.send(
                "POST",
                "/_emulator" + grace.path("attachments?name=note.txt"),
                BodyPublishers.ofString("take this"),
                "Content-Type",
                "text/plain");

        assertThat(shared.status()).isEqualTo(201);
        JsonNode item = Chat.wholeTranscript(chat.customer()).get(1);
        assertThat(item.path("Type").asString()).isEqualTo("ATTACHMENT");
        assertThat(item.at("/Attachments/0/AttachmentName").asString()).isEqualTo("note.txt");
        String url = chat.customer()
                .call("attachment", "{\"AttachmentId\": \"" + shared.text("attachmentId") + "\"}")
                .text("Url");
        assertThat(emulator.send("GET", url.substring(url.indexOf('/', "http://".length())), null)
                        .body())
                .isEqualTo("take this");
    }

    @Test
    @Rule("A4")
    void aFileThatNoChatTakesIsRefused() {
        Chat chat = Chat.start(emulator);
        String path = "/_emulator" + control.join(chat.contactId(), "Grace").path("attachments");

        problem(
                emulator.send("POST", path + "?name=virus.exe", BodyPublishers.ofString("x"), "Content-Type", "a/b"),
                400,
                "name: must end in one of .csv");
        problem(
                emulator.send("POST", path + "?name=a.txt", BodyPublishers.noBody(), "Content-Type", "text/plain"),
                400,
                "Content-Length: is required");
        problem(
                emulator.send("POST", path + "?name=a.txt", BodyPublishers.ofString("x"), "Content-Type", "text/*"),
                400,
                "Content-Type: must be a media type");
        problem(
                emulator.send("POST", path, BodyPublishers.ofString("x"), "Content-Type", "text/plain"),
                400,
                "name: is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
                "multipart/form-data; boundary=x"
            })
    @Rule("C15")
    void aFileThatIsSentAsAFormIsRefusedWithWhatToSend(String contentType) {
        Chat chat = Chat.start(emulator);
        String path = "/_emulator" + control.join(chat.contactId(), "Grace").path("attachments") + "?name=a.png";
        byte[] file = new byte[3_000];
        new Random(1).nextBytes(file);

        Answer refused = emulator.send("POST", path, BodyPublishers.ofByteArray(file), "Content-Type", contentType);

        problem(refused, 415, "the body must be the bytes of the file");
        assertThat(refused.text("detail")).contains("--data-binary @photo.png -H 'Content-Type: image/png'");
    }

    @Test
    @Rule("A5")
    void anAgentWhoLeavesIsGoneAndTheChatGoesOn() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        Party party = grace.party();
        try (ClientSocket customer = chat.customer().join();
                ClientSocket agent = party.join()) {
            party.say("bye");

            grace.act("leave");

            assertThat(customer.nextEvent("participant.left")
                            .path("DisplayName")
                            .asString())
                    .isEqualTo("Grace");
            assertThat(agent.closeCode()).isEqualTo(1000);
            assertThat(party.send("""
                    {"ContentType": "text/plain", "Content": "one more thing"}""").outcome()).isEqualTo("403 AccessDeniedException");
            chat.customer().say("still here");
            assertThat(chat.description().has("DisconnectTimestamp")).isFalse();
        }
        problem(control.call("POST", grace.path("typing"), null), 404, "No agent " + grace.id());
    }

    @Test
    @Rule("A6")
    void anAgentEndsTheChatForEverybody() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        try (ClientSocket customer = chat.customer().join()) {
            String token = chat.customer().connectionToken();

            grace.act("end");

            assertThat(customer.nextEvent("participant.left")
                            .path("DisplayName")
                            .asString())
                    .isEqualTo("Grace");
            customer.nextEvent("chat.ended");
            assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("AGENT_DISCONNECT");
            assertThat(Chat.call(emulator, "/participant/transcript", token, "{}")
                            .outcome())
                    .isEqualTo("403 AccessDeniedException");
        }
        problem(control.call("POST", grace.path("end"), null), 409, "has ended");
    }

    @Test
    @Rule("A7")
    void aChatHasSixPeopleAtMost() {
        Chat chat = Chat.start(emulator);
        chat.addBot().sayPresent();
        for (int i = 0; i < 5; i++) {
            control.invite(chat.contactId(), "Agent" + i);
        }
        assertThat(control.contact(chat.contactId()).path("participants")).hasSize(7);

        problem(
                control.call("POST", "/contacts/" + chat.contactId() + "/agents", "{\"displayName\": \"Seventh\"}"),
                409,
                "6 people");
    }

    @Test
    @Rule("A7")
    void nobodyJoinsAChatThatIsNotThereOrOver() {
        Chat chat = Chat.start(emulator);
        chat.stop();

        problem(
                control.call("POST", "/contacts/" + chat.contactId() + "/agents", "{\"displayName\": \"Grace\"}"),
                409,
                "has ended");
        problem(control.call("POST", "/contacts/nobody/agents", "{\"displayName\": \"Grace\"}"), 404, "nobody");
        problem(control.call("POST", "/contacts/nobody/agents", "{}"), 400, "displayName: must not be null");
    }

    @Test
    @Rule("A8")
    void theContactCountsWhatWasSaid() {
        Chat chat = Chat.start(emulator);
        chat.customer().sayPresent();
        chat.addBot().say("beep");
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        chat.customer().say("hello?");
        chat.customer().say("anybody?");
        grace.say("yes");
        chat.customer().say("fine");
        chat.stop();

        JsonNode all = chat.description().at("/ChatMetrics/ChatContactMetrics");
        JsonNode agent = chat.description().at("/ChatMetrics/AgentMetrics");
        JsonNode customer = chat.description().at("/ChatMetrics/CustomerMetrics");
        assertThat(all.path("TotalMessages").asInt()).isEqualTo(5);
        assertThat(all.path("TotalBotMessages").asInt()).isEqualTo(1);
        assertThat(all.path("TotalBotMessageLengthInChars").asInt()).isEqualTo(4);
        assertThat(all.path("ConversationTurnCount").asInt()).isEqualTo(1);
        assertThat(all.path("MultiParty").asBoolean()).isFalse();
        assertThat(all.has("ConversationCloseTimeInMillis")).isTrue();
        assertThat(all.has("AgentFirstResponseTimestamp")).isTrue();
        assertThat(agent.path("ParticipantId").asString()).isEqualTo(grace.id());
        assertThat(agent.path("ParticipantType").asString()).isEqualTo("AGENT");
        assertThat(agent.path("MessagesSent").asInt()).isEqualTo(1);
        assertThat(agent.path("NumResponses").asInt()).isEqualTo(1);
        assertThat(customer.path("MessagesSent").asInt()).isEqualTo(3);
        assertThat(customer.path("NumResponses").asInt()).isEqualTo(2);
        assertThat(customer.path("MessageLengthInChars").asInt()).isEqualTo(18);
    }
}
