package org.connectchat.flow.action.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What MessageParticipant writes into a chat. */
class MessageParticipantTest {

    private final FlowFixture chat = new FlowFixture(TalkFlow.with(new MessageParticipant()));

    private void run(String parameters) {
        chat.flow("flow", TalkFlow.of("MessageParticipant", parameters, "Other"))
                .start("flow", Map.of("name", "Ada", "long", "x".repeat(6_000)), List.of(ContentTypes.PLAIN), null)
                .connect();
    }

    @Rule({"F30", "F32"})
    @Test
    void aTextIsOnePlainMessageOfTheSystemParticipantAsItIsResolved() {
        run("""
                {"Text": "Hello $.Attributes.name.\\nRead *this*"}""");

        List<ChatItem> said = chat.items().stream()
                .filter(item -> item.author() != null && item.author().role() == ParticipantRole.SYSTEM)
                .toList();
        assertThat(said).hasSize(2).allSatisfy(item -> {
            assertThat(item.type()).isEqualTo(ChatItem.Type.MESSAGE);
            assertThat(item.contentType()).isEqualTo("text/plain");
            assertThat(item.author().displayName()).isEqualTo("SYSTEM_MESSAGE");
            assertThat(item.author()).isEqualTo(said.get(0).author());
        });
        assertThat(chat.said()).containsExactly("Hello Ada.\nRead *this*", "next");
        assertThat(chat.contact().participants()).hasSize(1);
    }

    @Rule("F30")
    @Test
    void ssmlIsShownWithItsTags() {
        run("""
                {"SSML": "<speak>Hello <break/> $.Attributes.name</speak>"}""");

        assertThat(chat.said()).containsExactly("<speak>Hello <break/> Ada</speak>", "next");
    }

    @Rule("F30")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Text\": \"\"}",
                "{\"Text\": \"$.Attributes.unknown\"}",
                "{\"Text\": \"$.Attributes.long.\"}",
                "{\"Text\": \"Hello\", \"SSML\": \"<speak>Hello</speak>\"}",
                "{\"PromptId\": \"a-prompt\"}",
                "{\"Media\": {\"Uri\": \"s3://a/b\", \"SourceType\": \"S3\", \"MediaType\": \"Audio\"}}"
            })
    void whatAChatCannotSayIsAFailure(String parameters) {
        run(parameters);

        assertThat(chat.said()).containsExactly("NME");
        assertThat(chat.log().get(0).reason()).isNotBlank().doesNotContain("xxx");
    }

    @Rule("F30")
    @Test
    void sixThousandCharactersAreNotTooMany() {
        run("""
                {"Text": "$.Attributes.long"}""");

        assertThat(chat.said()).containsExactly("x".repeat(6_000), "next");
    }

    @Rule("F30")
    @Test
    void aHoldFlowSaysNothing() {
        chat.flow("hold", FlowType.CUSTOMER_HOLD, TalkFlow.of("MessageParticipant", """
                {"Text": "Hold on"}""", "Other"))
                .startAndConnect("hold");

        assertThat(chat.said()).containsExactly("NME");
    }
}
