package org.connectchat.flow.lex;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows which messages of a customer are inputs of a bot. */
class BotInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/markdown",
                "application/json",
                "application/vnd.amazonaws.connect.message.interactive.response"
            })
    @Rule("F60")
    void theContentOfMessagesIsTheInputAsItIs(String contentType) {
        assertThat(BotInput.of(contentType, " {\"a\": 1} ")).isEqualTo(new BotInput.Text(" {\"a\": 1} "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.amazonaws.connect.event.typing", "application/pdf", "image/png"})
    @Rule("F60")
    void eventsAndAttachmentsAreNoInput(String contentType) {
        assertThat(BotInput.of(contentType, "x")).isEqualTo(new BotInput.None());
    }

    @Test
    @Rule("F60")
    void moreThan1024CharactersAreRefused() {
        assertThat(BotInput.of("text/plain", "\uD83D\uDE00".repeat(1024))).isInstanceOf(BotInput.Text.class);
        assertThat(BotInput.of("text/plain", "x".repeat(1025)))
                .isInstanceOfSatisfying(
                        BotInput.Refused.class,
                        refused -> assertThat(refused.reason()).contains("1024"));
    }

    @Test
    @Rule("F59")
    void theFirstInputIsCutBetweenCharacters() {
        String smile = "\uD83D\uDE00";

        assertThat(BotInput.initial("x" + smile.repeat(2000))).isEqualTo("x" + smile.repeat(1023));
        assertThat(BotInput.initial("short")).isEqualTo("short");
    }
}
