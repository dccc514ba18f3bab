package org.connectchat.control.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows what an agent that the control API plays sends, and how the customer receives it. */
class AgentMessagesTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);

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
    void anAgentSendsTheContentTypesOfTheChat(String contentType) {
        Chat chat = Chat.ofAllTypes(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        try (ClientSocket socket = chat.customer().join()) {
            JsonNode sent = grace.act("messages", """
                {"contentType": "%s", "content": "{\\"templateType\\": \\"ListPicker\\"}"}\
                """.formatted(contentType));

            JsonNode heard = socket.nextItem(contentType);
            assertThat(heard.path("Id").asString()).isEqualTo(sent.path("id").asString());
            assertThat(heard.path("Content").asString()).isEqualTo("{\"templateType\": \"ListPicker\"}");
            assertThat(heard.path("ParticipantRole").asString()).isEqualTo("AGENT");
        }
    }

    @Test
    @Rule("A2")
    void anInteractiveMessageMayBeAJsonObject() {
        Chat chat = Chat.ofAllTypes(emulator);

        control.join(chat.contactId(), "Grace").act("messages", """
            {"contentType": "application/vnd.amazonaws.connect.message.interactive",
             "content": {"templateType": "ViewResource", "version": "1.0",
               "data": {"content": {"viewId": "form", "viewToken": "form"}}}}\
            """);

        List<JsonNode> transcript = Chat.wholeTranscript(chat.customer());
        assertThat(Chat.JSON
                        .readTree(transcript.get(1).path("Content").asString())
                        .at("/data/content/viewToken")
                        .asString())
                .isEqualTo("form");
    }

    @Test
    @Rule("A2")
    void aContentTypeThatTheChatDoesNotSupportIsRefused() {
        Chat chat = Chat.start(emulator);
        String path = control.join(chat.contactId(), "Grace").path("messages");

        Answer negotiated = control.call("POST", path, """
            {"contentType": "text/markdown", "content": "*hi*"}\
            """);
        Answer known = control.call("POST", path, """
            {"contentType": "text/html", "content": "<b>hi</b>"}\
            """);
        Answer tooLong = control.call("POST", path, "{\"content\": \"" + "x".repeat(1025) + "\"}");

        Answer nothing = control.call("POST", path, "{\"content\": null}");

        problem(nothing, 400, "content: must be a string");
        for (String content : new String[] {"5", "5.5", "true", "[]", "[\"a\"]", "{}", "{\"a\": 1}"}) {
            problem(control.call("POST", path, "{\"content\": " + content + "}"), 400, "content: must be a string");
        }
        problem(negotiated, 400, "contentType: is not among the SupportedMessagingContentTypes");
        problem(known, 400, "contentType: must be one of text/plain");
        problem(tooLong, 400, "content: length must be 1 to 1024 characters for text/plain, was 1025");
        assertThat(tooLong.json().at("/errors/0/field").asString()).isEqualTo("content");
    }

    @Test
    @Rule("T15")
    void aMessageThatIsNotUnicodeIsRefused() {
        Chat chat = Chat.start(emulator);
        Control.Agent agent = control.join(chat.contactId(), "Ida");

        Answer answer = control.call("POST", agent.path("messages"), "{\"content\": \"\\ud800\"}");

        problem(answer, 400, "content: holds a surrogate without its other half");
    }

    @Test
    @Rule("A3")
    void eachSideSeesTheOtherTyping() {
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
    void aReceiptForAnUnknownMessageIsRefused() {
        Chat chat = Chat.start(emulator);
        String path = control.join(chat.contactId(), "Grace").path("receipts");

        problem(
                control.call("POST", path, "{\"messageId\": \"nobody-said-it\", \"type\": \"READ\"}"),
                400,
                "messageId: is not a message of this chat");
        problem(
                control.call("POST", path, "{\"messageId\": \"x\", \"type\": \"SEEN\"}"),
                400,
                "type: must be one of DELIVERED, READ");
    }
}
