package org.connectchat.connect.start;

import java.util.stream.Stream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows which initial messages and which content types StartChatContact takes. */
class StartChatContactContentTest {

    private static final String INTERACTIVE = "application/vnd.amazonaws.connect.message.interactive";
    private static final String INTERACTIVE_RESPONSE = "application/vnd.amazonaws.connect.message.interactive.response";
    private static final String EMOJI = "\uD83D\uDE00";

    private static String initialMessage(String contentType, String content) {
        return """
                "InitialMessage": {"ContentType": "%s", "Content": "%s"}""".formatted(contentType, content);
    }

    private static StartAttempt startWithMessage(String contentType, String content) {
        return StartAttempt.with(initialMessage(contentType, content));
    }

    private static StartAttempt startUnified(String contentType, String content) {
        Emulator unified = Emulator.with("emulator.throttling.enabled=false", "emulator.chat.content-limits=unified");
        return StartAttempt.of(
                "{" + StartAttempt.REQUIRED_MEMBERS + ", " + initialMessage(contentType, content) + "}", unified);
    }

    @Test
    @Rule("I8")
    void anInitialMessageWithoutContentTypeIsAnInvalidRequest() {
        StartAttempt.with("""
                        "InitialMessage": {"Content": "Hello"}""").isInvalidRequest("InitialMessage.ContentType");
    }

    @Test
    @Rule("I8")
    void anInitialMessageWithoutContentIsAnInvalidRequest() {
        StartAttempt.with("""
                        "InitialMessage": {"ContentType": "text/plain"}""").isInvalidRequest("InitialMessage.Content");
    }

    @Test
    @Rule("I8")
    void anEmptyInitialMessageLacksBoth() {
        StartAttempt.with("""
                        "InitialMessage": {}""").isInvalidRequest("InitialMessage.ContentType:", "InitialMessage.Content:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/markdown", "application/json", INTERACTIVE_RESPONSE})
    @Rule("I9")
    void anInitialMessageHasOneOfFourContentTypes(String contentType) {
        startWithMessage(contentType, "{}").works();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/html", "TEXT/PLAIN", "text/plain; charset=utf-8", " text/plain", "*/*", INTERACTIVE})
    @Rule("I9")
    void anotherContentTypeIsAnInvalidParameter(String contentType) {
        startWithMessage(contentType, "Hello").isInvalidParameter("InitialMessage.ContentType");
    }

    @Test
    @Rule("I9")
    void aContentTypeOverAHundredCharactersIsTooLong() {
        startWithMessage("t".repeat(101), "Hello")
                .isInvalidParameter("InitialMessage.ContentType", "1 to 100", "was 101");
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("text/plain", 1_024),
                Arguments.of("text/markdown", 1_024),
                Arguments.of("application/json", 12_000),
                Arguments.of(INTERACTIVE_RESPONSE, 12_288));
    }

    @ParameterizedTest
    @MethodSource("limits")
    @Rule("I10")
    void aContentMayBeAsLongAsItsTypeAllows(String contentType, int limit) {
        startWithMessage(contentType, "x").works();
        startWithMessage(contentType, "x".repeat(limit)).works();
        startWithMessage(contentType, EMOJI.repeat(limit)).works();
    }

    @ParameterizedTest
    @MethodSource("limits")
    @Rule("I10")
    void aLongerContentIsAnInvalidParameter(String contentType, int limit) {
        startWithMessage(contentType, "x".repeat(limit + 1))
                .isInvalidParameter("InitialMessage.Content", "1 to " + limit, "was " + (limit + 1));
        startWithMessage(contentType, EMOJI.repeat(limit + 1))
                .isInvalidParameter("InitialMessage.Content", "1 to " + limit, "was " + (limit + 1));
    }

    @ParameterizedTest
    @MethodSource("limits")
    @Rule("I10")
    void anEmptyContentIsAnInvalidParameter(String contentType) {
        startWithMessage(contentType, "").isInvalidParameter("InitialMessage.Content", "was 0");
        startUnified(contentType, "").isInvalidParameter("InitialMessage.Content", "was 0");
    }

    @ParameterizedTest
    @MethodSource("limits")
    @Rule("I10")
    void unifiedLimitsAre16384BytesForEveryType(String contentType) {
        startUnified(contentType, "x".repeat(16_384)).works();
        startUnified(contentType, EMOJI.repeat(4_096)).works();
        startUnified(contentType, "x".repeat(16_385))
                .isInvalidParameter("InitialMessage.Content", "16384", "was 16385");
        startUnified(contentType, EMOJI.repeat(4_096) + "x")
                .isInvalidParameter("InitialMessage.Content", "16384", "was 16385");
    }

    private static StartAttempt startSupporting(String elements) {
        return StartAttempt.with("\"SupportedMessagingContentTypes\": [" + elements + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text/plain\"",
                "\"text/markdown\", \"text/plain\"",
                "\"text/plain\", \"text/plain\"",
                "\"text/plain\", \"text/markdown\", \"application/json\", \"" + INTERACTIVE + "\", \""
                        + INTERACTIVE_RESPONSE + "\"",
                "\"" + INTERACTIVE_RESPONSE + "\", \"" + INTERACTIVE
                        + "\", \"application/json\", \"text/markdown\", \"text/plain\", \"text/markdown\""
            })
    @Rule("I13")
    void theFiveContentTypesMayComeInAnyOrderAndRepeated(String elements) {
        startSupporting(elements).works();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"text/markdown\"",
                "\"application/json\", \"" + INTERACTIVE + "\", \"" + INTERACTIVE_RESPONSE + "\""
            })
    @Rule("I13")
    void aListWithoutPlainTextIsAnInvalidParameter(String elements) {
        startSupporting(elements).isInvalidParameter("SupportedMessagingContentTypes", "text/plain");
    }

    @ParameterizedTest
    @CsvSource({"text/html", "Text/Plain", "text/*", "application/vnd.amazonaws.connect.message", "''"})
    @Rule("I13")
    void anUnknownElementIsAnInvalidParameterNamedByItsPosition(String contentType) {
        startSupporting("\"text/plain\", \"" + contentType + "\"")
                .isInvalidParameter("SupportedMessagingContentTypes[1]");
    }

    @Test
    @Rule("I13")
    void anElementOverAHundredCharactersIsTooLong() {
        startSupporting("\"text/plain\", \"" + "t".repeat(101) + "\"")
                .isInvalidParameter("SupportedMessagingContentTypes[1]", "1 to 100", "was 101");
    }
}
