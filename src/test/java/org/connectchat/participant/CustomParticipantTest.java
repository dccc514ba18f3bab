package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows that a custom participant and a connected agent exclude each other, and what both may send. */
class CustomParticipantTest {

    private static final String INTERACTIVE = "application/vnd.amazonaws.connect.message.interactive";

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);

    private static Answer add(Chat chat, String more) {
        return chat.createParticipant("""
            {"InstanceId": "an-instance", "ContactId": "%s", %s
             "ParticipantDetails": {"ParticipantRole": "CUSTOM_BOT", "DisplayName": "Robo"}}\
            """.formatted(chat.contactId(), more));
    }

    private static void assertIsOut(Party party) {
        assertThat(party.connection("{\"Type\": [\"WEBSOCKET\"]}").outcome()).isEqualTo("403 AccessDeniedException");
        assertThat(party.connection("{\"ConnectParticipant\": true}").outcome()).isEqualTo("403 AccessDeniedException");
    }

    private static List<String> events(List<JsonNode> items) {
        return items.stream()
                .map(item -> item.path("ContentType").asString().replace(Party.EVENT, "") + " "
                        + item.path("DisplayName").asString())
                .toList();
    }

    @Test
    @Rule("P40")
    void noneIsAddedWhileAnAgentIsConnected() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");

        Answer refused = add(chat, "");

        assertThat(refused.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(refused.message()).contains(chat.contactId()).contains("an agent is connected");
        assertThat(add(chat, "\"ClientToken\": \"t\",").outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(control.contact(chat.contactId()).path("participants")).hasSize(2);
        grace.act("leave");
        assertThat(add(chat, "").status()).isEqualTo(200);
    }

    @Test
    @Rule("P40")
    void oneIsAddedWhileAnAgentIsInvitedOnly() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.invite(chat.contactId(), "Grace");

        Party bot = chat.addBot();
        bot.sayPresent();
        grace.party().sayPresent();

        assertIsOut(bot);
    }

    @Test
    @Rule("P41")
    void aConnectedOneLeavesWhenAnAgentJoins() {
        Chat chat = Chat.start(emulator);
        Party bot = chat.addBot();
        try (ClientSocket customer = chat.customer().join();
                ClientSocket robo = bot.join()) {
            bot.say("hello");
            List.of(customer, robo).forEach(ClientSocket::itemsUpToNow);

            control.join(chat.contactId(), "Grace");

            assertThat(events(customer.itemsUpToNow()))
                    .containsExactly("participant.left Robo", "participant.joined Grace");
            assertThat(events(robo.itemsUpToNow())).containsExactly("participant.left Robo");
            assertThat(robo.closeCode()).isEqualTo(1000);
        }
        assertThat(bot.call("message", "{\"ContentType\": \"text/plain\", \"Content\": \"x\"}")
                        .outcome())
                .isEqualTo("403 AccessDeniedException");
        assertThat(bot.call("transcript", "{}").outcome()).isEqualTo("403 AccessDeniedException");
        assertIsOut(bot);
        assertThat(control.contact(chat.contactId()).path("participants"))
                .extracting(participant -> participant.path("displayName").asString())
                .containsExactly("Ada", "Grace");
        assertThat(chat.description().has("DisconnectTimestamp")).isFalse();
    }

    @Test
    @Rule("P41")
    void oneThatHasNotConnectedGoesWithoutAnEvent() {
        Chat chat = Chat.start(emulator);
        Party bot = chat.addBot();
        try (ClientSocket customer = chat.customer().join()) {
            customer.itemsUpToNow();

            control.join(chat.contactId(), "Grace");

            assertThat(events(customer.itemsUpToNow())).containsExactly("participant.joined Grace");
        }
        assertIsOut(bot);
    }

    @Test
    @Rule({"P40", "P41"})
    void howeverManyComeAtOnceAnAgentAndACustomParticipantAreNeverThereTogether() {
        for (int round = 0; round < 10; round++) {
            Chat chat = Chat.start(emulator);
            List<Control.Agent> agents =
                    List.of(control.invite(chat.contactId(), "Grace"), control.invite(chat.contactId(), "Edsger"));

            List<Answer> answers = Simultaneously.call(20, number -> {
                if (number < agents.size()) {
                    agents.get(number).party().sayPresent();
                }
                return add(chat, "");
            });

            assertThat(answers)
                    .extracting(Answer::outcome)
                    .isSubsetOf("200", "400 InvalidRequestException", "402 ServiceQuotaExceededException");
            assertThat(control.contact(chat.contactId()).path("participants"))
                    .extracting(participant -> participant.path("role").asString())
                    .containsExactly("CUSTOMER", "AGENT", "AGENT");
            answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .map(answer -> new Party(
                            emulator,
                            answer.text("ParticipantId"),
                            answer.json()
                                    .at("/ParticipantCredentials/ParticipantToken")
                                    .asString()))
                    .forEach(CustomParticipantTest::assertIsOut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {INTERACTIVE, INTERACTIVE + ".response"})
    @Rule("A14")
    void agentsAndBotsSendInteractiveMessagesIntoAnyChat(String type) {
        Chat chat = Chat.start(emulator);
        try (ClientSocket customer = chat.customer().join()) {
            assertThat(chat.addBot().send(message(type)).outcome()).isEqualTo("200");
            Control.Agent grace = control.join(chat.contactId(), "Grace");
            assertThat(grace.party().send(message(type)).outcome()).isEqualTo("200");
            assertThat(control.call("POST", grace.path("messages"), """
                {"contentType": "%s", "content": {"templateType": "ListPicker"}}\
                """.formatted(type))
                            .status())
                    .isEqualTo(201);
            for (int i = 0; i < 3; i++) {
                assertThat(customer.nextItem(type).path("Type").asString()).isEqualTo("MESSAGE");
            }
        }
        assertThat(chat.customer().send(message(type)).outcome()).isEqualTo("400 ValidationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "application/json"})
    @Rule("A14")
    void otherTypesStayThoseThatTheChatNegotiated(String type) {
        Chat chat = Chat.start(emulator);
        assertThat(chat.addBot().send(message(type)).outcome()).isEqualTo("400 ValidationException");
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        assertThat(grace.party().send(message(type)).outcome()).isEqualTo("400 ValidationException");
        assertThat(control.call("POST", grace.path("messages"), """
            {"contentType": "%s", "content": "x"}\
            """.formatted(type))
                        .status())
                .isEqualTo(400);
    }

    private static String message(String type) {
        return """
            {"ContentType": "%s", "Content": "{\\"templateType\\":\\"ListPicker\\"}"}\
            """.formatted(type);
    }
}
