package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows which contact attributes StartChatContact takes, one by one and all together. */
class StartChatContactAttributesTest {

    private static final String EMOJI = "\uD83D\uDE00";

    private static StartAttempt startWith(String key, String value) {
        return StartAttempt.with("""
                "Attributes": {"%s": "%s"}""".formatted(key, value));
    }

    @Test
    @Rule("I6")
    void attributesMayBeEmpty() {
        StartAttempt.with("\"Attributes\": {}").works();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "Z", "0", "-", "_", "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-0123456789"})
    @Rule("I6")
    void aKeyHoldsLettersDigitsHyphensAndUnderscores(String key) {
        String contactId = startWith(key, "kept").works();

        assertThat(Emulator.unthrottled()
                        .attributes("an-instance", contactId)
                        .json()
                        .path("Attributes")
                        .path(key)
                        .asString())
                .isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a b",
                "a.b",
                "a:b",
                "connect:Subtype",
                "a/b",
                "a@b",
                "a[b",
                "a`b",
                "a{b",
                "a\\u0000",
                "a\\n",
                "ä",
                "\u0661",
                "\u212A",
                "\uFF21",
                EMOJI
            })
    @Rule("I6")
    void aKeyWithAnotherCharacterIsAnInvalidParameter(String key) {
        startWith(key, "x").isInvalidParameter("Attributes.", "A-Z a-z 0-9 - _");
    }

    @Test
    @Rule("I6")
    void anEmptyKeyIsAnInvalidParameter() {
        startWith("", "x").isInvalidParameter("Attributes", "1 to 32767", "was 0");
    }

    @Test
    @Rule("I6")
    void aKeyHasUpTo32767Characters() {
        startWith("k".repeat(32_767), "").works();
        startWith("k".repeat(32_768), "").isInvalidParameter("Attributes", "1 to 32767", "was 32768");
    }

    @Test
    @Rule("I6")
    void aKeyOfTheRightLengthMustHoldTheRightCharactersHoweverManyUnitsItTakes() {
        startWith(EMOJI.repeat(16_384), "x").isInvalidParameter("Attributes." + EMOJI, "A-Z a-z 0-9 - _");
    }

    @Test
    @Rule("I6")
    void aValueHasUpTo32767Characters() {
        startWith("k", "").works();
        startWith("k", "v".repeat(32_767)).works();
        startWith("k", "v".repeat(32_768)).isInvalidParameter("Attributes.k", "0 to 32767", "was 32768");
    }

    @Test
    @Rule("I6")
    void aValueMayHoldAnyCharacter() {
        String contactId = startWith("k", "\\u0000\\n\\\"\\\\ <b>ä\u6F22" + EMOJI + "\\uD83D\\uDE00")
                .works();

        assertThat(Emulator.unthrottled()
                        .attributes("an-instance", contactId)
                        .json()
                        .at("/Attributes/k")
                        .asString())
                .isEqualTo("\0\n\"\\ <b>ä\u6F22" + EMOJI + EMOJI);
    }

    /** One character of each length in UTF-8; the last takes two units of UTF-16. */
    @ParameterizedTest
    @CsvSource({"x, 1", "\u00E9, 2", "\u6F22, 3", "\uD83D\uDE00, 4"})
    @Rule("I7")
    void keysAndValuesTakeUpTo32768Utf8Bytes(String character, int bytes) {
        int rest = 32_768 - "key".length();
        String justFits = character.repeat(rest / bytes) + "x".repeat(rest % bytes);

        startWith("key", justFits).works();
        startWith("keys", justFits).isInvalidParameter("Attributes:", "32768", "was 32769");
        startWith("key", justFits + "x").isInvalidParameter("Attributes:", "32768", "was 32769");
    }

    @Test
    @Rule("I7")
    void theBytesOfAllAttributesCount() {
        String thousandOfThirtyTwoBytes = manyAttributes(1_000, 32);
        StartAttempt.with("\"Attributes\": {%s, \"last\": \"%s\"}".formatted(thousandOfThirtyTwoBytes, "v".repeat(764)))
                .works();
        StartAttempt.with("\"Attributes\": {%s, \"last\": \"%s\"}".formatted(thousandOfThirtyTwoBytes, "v".repeat(765)))
                .isInvalidParameter("Attributes:", "32768", "was 32769");
    }

    private static String manyAttributes(int count, int bytesOfEach) {
        return IntStream.range(0, count)
                .mapToObj("%08d"::formatted)
                .map(key -> "\"%s\": \"%s\"".formatted(key, "v".repeat(bytesOfEach - key.length())))
                .collect(Collectors.joining(", "));
    }
}
