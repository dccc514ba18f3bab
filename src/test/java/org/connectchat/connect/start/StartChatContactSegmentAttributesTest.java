package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows which segment attributes StartChatContact takes: their keys and what may stand where in their values. */
class StartChatContactSegmentAttributesTest {

    private static final String EMOJI = "\uD83D\uDE00";
    private static final String ARN = "arn:aws:connect:us-east-1:123456789012:instance/an-instance";

    private static StartAttempt startWith(String key, String value) {
        return StartAttempt.with("\"SegmentAttributes\": {\"" + key + "\": " + value + "}");
    }

    private static String text(String text) {
        return "{\"ValueString\": \"" + text + "\"}";
    }

    private static String map(String key, String value) {
        return "{\"ValueMap\": {\"" + key + "\": " + value + "}}";
    }

    private static String list(String elements) {
        return "{\"ValueList\": [" + elements + "]}";
    }

    private static String arn(String arn) {
        return "{\"ValueArn\": \"" + arn + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "-", "_", "Customer_Tier-2", "connect:Subtype", "connect:a", "connect:My_Key-1"})
    @Rule("I18")
    void aKeyHoldsPlainCharactersAfterAnOptionalPrefix(String key) {
        startWith(key, text("x")).works();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a.b",
                "a:b",
                ":a",
                "Connect:a",
                "connect:",
                "connect::a",
                "connect:a:b",
                "connect:connect:a",
                "aws:a",
                "connect:a b",
                "connect:ä",
                "ä",
                "\u0661",
                EMOJI
            })
    @Rule("I18")
    void aKeyWithAnotherCharacterIsAnInvalidParameter(String key) {
        startWith(key, text("x")).isInvalidParameter("SegmentAttributes." + key, "A-Z a-z 0-9 - _", "connect:");
    }

    @Test
    @Rule("I18")
    void aKeyHasOneToAHundredAndTwentyEightCharacters() {
        startWith("k".repeat(128), text("x")).works();
        startWith("connect:" + "k".repeat(120), text("x")).works();

        startWith("", text("x")).isInvalidParameter("SegmentAttributes", "1 to 128", "was 0");
        startWith("k".repeat(129), text("x")).isInvalidParameter("SegmentAttributes", "1 to 128", "was 129");
        startWith("connect:" + "k".repeat(121), text("x"))
                .isInvalidParameter("SegmentAttributes", "1 to 128", "was 129");
    }

    @Test
    @Rule("I18")
    void aKeyOfWrongCharactersIsNotAlsoTooLongForTakingTwoUnitsEach() {
        StartAttempt attempt = startWith(EMOJI.repeat(128), text("x"));

        attempt.isInvalidParameter("A-Z a-z 0-9 - _");
        assertThat(attempt.answer().message()).doesNotContain("1 to 128");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_024})
    @Rule("I19")
    void aValueStringHasUpTo1024Characters(int length) {
        startWith("a", text("x".repeat(length))).works();
        startWith("a", text(EMOJI.repeat(length))).works();
    }

    @Test
    @Rule("I19")
    void aLongerValueStringIsAnInvalidParameterAtAnyDepth() {
        String tooLong = text(EMOJI.repeat(1_025));

        startWith("a", tooLong).isInvalidParameter("SegmentAttributes.a.ValueString", "0 to 1024", "was 1025");
        startWith("a", map("b", map("c", tooLong)))
                .isInvalidParameter("SegmentAttributes.a.ValueMap.b.ValueMap.c.ValueString", "was 1025");
        startWith("connect:a", list(text("x") + ", " + list(tooLong)))
                .isInvalidParameter("SegmentAttributes.connect:a.ValueList[1].ValueList[0].ValueString", "was 1025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483647", "-2147483648"})
    @Rule("I19")
    void aValueIntegerHasThirtyTwoBits(String number) {
        startWith("a", "{\"ValueInteger\": " + number + "}").works();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-2147483649",
                "9223372036854775807",
                "9223372036854775808",
                "100000000000000000000000"
            })
    @Rule("I19")
    void aLargerValueIntegerIsAnInvalidParameter(String number) {
        startWith("a", "{\"ValueInteger\": " + number + "}").isInvalidParameter("SegmentAttributes.a.ValueInteger");
        startWith("a", map("b", "{\"ValueInteger\": " + number + "}"))
                .isInvalidParameter("SegmentAttributes.a.ValueMap.b.ValueInteger");
    }

    @Test
    @Rule("I19")
    void aKeyInAValueMapHasOneToAHundredAndTwentyEightCharactersOfAnyKind() {
        startWith("a", map(EMOJI.repeat(128), text("x"))).works();
        startWith("a", map("any: kind.", text("x"))).works();

        startWith("a", map("", text("x"))).isInvalidParameter("SegmentAttributes.a.ValueMap", "1 to 128", "was 0");
        startWith("a", map(EMOJI.repeat(129), text("x")))
                .isInvalidParameter("SegmentAttributes.a.ValueMap", "1 to 128", "was 129");
        startWith("a", map("b", map("k".repeat(129), text("x"))))
                .isInvalidParameter("SegmentAttributes.a.ValueMap.b.ValueMap", "1 to 128", "was 129");
    }

    @Test
    @Rule("I19")
    void aValueWithoutAnyMemberIsAnInvalidParameterAtAnyDepth() {
        startWith("a", "{}").isInvalidParameter("SegmentAttributes.a:");
        startWith("a", "{\"ValueString\": null}").isInvalidParameter("SegmentAttributes.a:");
        startWith("a", "{\"valueString\": \"x\"}").isInvalidParameter("SegmentAttributes.a:");
        startWith("a", map("b", "{}")).isInvalidParameter("SegmentAttributes.a.ValueMap.b:");
        startWith("connect:a", list("{}")).isInvalidParameter("SegmentAttributes.connect:a.ValueList[0]:");
    }

    @Test
    @Rule("I19")
    void aValueMayHaveSeveralMembersAndEmptyOnes() {
        startWith("a", "{\"ValueString\": \"x\", \"ValueInteger\": 1, \"ValueMap\": {}}")
                .works();
        startWith("connect:a", "{\"ValueList\": [], \"ValueArn\": \"" + ARN + "\"}")
                .works();
        StartAttempt.with("\"SegmentAttributes\": {}").works();
    }

    @Test
    @Rule("I19")
    void valuesAreKeptAsTheyWereGivenAtAnyDepth() {
        String contactId = startWith("connect:a", """
                        {"ValueMap": {"b": {"ValueList": [{"ValueInteger": -7}, {"ValueArn": "%s"}]}}}""".formatted(ARN)).works();

        var kept = Emulator.unthrottled()
                .describe("an-instance", contactId)
                .json()
                .at("/Contact/SegmentAttributes")
                .path("connect:a");
        assertThat(kept.at("/ValueMap/b/ValueList/0/ValueInteger").asInt()).isEqualTo(-7);
        assertThat(kept.at("/ValueMap/b/ValueList/1/ValueArn").asString()).isEqualTo(ARN);
    }

    @Test
    @Rule("I20")
    void listsAndArnsStandUnderSystemDefinedKeys() {
        startWith("connect:a", list(text("x"))).works();
        startWith("connect:a", arn(ARN)).works();
        startWith("connect:a", map("b", list(arn(ARN)))).works();
    }

    @Test
    @Rule("I20")
    void listsAndArnsUnderOtherKeysAreInvalidParametersAtAnyDepth() {
        startWith("a", list(text("x"))).isInvalidParameter("SegmentAttributes.a.ValueList", "system-defined");
        startWith("a", list("")).isInvalidParameter("SegmentAttributes.a.ValueList", "system-defined");
        startWith("a", arn(ARN)).isInvalidParameter("SegmentAttributes.a.ValueArn", "system-defined");
        startWith("a", map("b", list(text("x"))))
                .isInvalidParameter("SegmentAttributes.a.ValueMap.b.ValueList", "system-defined");
        startWith("a", map("connect:b", arn(ARN)))
                .isInvalidParameter("SegmentAttributes.a.ValueMap.connect:b.ValueArn", "system-defined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARN,
                "arn:aws:s3:::a-bucket",
                "arn:aws-cn:connect:cn-north-1:123456789012:instance/i",
                "arn:aws:sns:us-east-1:123456789012:topic:with:colons",
                "arn:aws:iam::123456789012:role/a/path",
                "arn:aws:lambda:eu-west-1::function"
            })
    @Rule("I21")
    void anArnMayLackRegionAndAccount(String arn) {
        startWith("connect:a", arn(arn)).works();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn",
                "not-an-arn",
                "arn:aws:s3::a-bucket",
                "ARN:aws:s3:::a-bucket",
                " arn:aws:s3:::a-bucket",
                "urn:aws:s3:::a-bucket",
                "arn::s3:::a-bucket",
                "arn:aws::::a-bucket",
                "arn:aws:s3:::",
                "arn:::::",
                "https://example.com/"
            })
    @Rule("I21")
    void anythingElseIsAnInvalidParameter(String arn) {
        startWith("connect:a", arn(arn)).isInvalidParameter("SegmentAttributes.connect:a.ValueArn", "ARN");
        startWith("connect:a", list(map("b", arn(arn))))
                .isInvalidParameter("SegmentAttributes.connect:a.ValueList[0].ValueMap.b.ValueArn", "ARN");
    }

    @Test
    @Rule({"I19", "I21"})
    void anArnHasUpTo1024Characters() {
        String start = "arn:aws:s3:::";
        String justFits = start + EMOJI.repeat(1_024 - start.length());

        startWith("connect:a", arn(justFits)).works();
        startWith("connect:a", arn(justFits + "x"))
                .isInvalidParameter("SegmentAttributes.connect:a.ValueArn", "0 to 1024", "was 1025");
    }
}
