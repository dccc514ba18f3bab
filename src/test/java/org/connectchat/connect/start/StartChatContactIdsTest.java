package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows how StartChatContact takes the names of instance, flow, participant, customer and request. */
class StartChatContactIdsTest {

    private static final String INSTANCE_ARN = "arn:aws:connect:us-east-1:123456789012:instance/an-instance";
    private static final String EMOJI = "\uD83D\uDE00";

    private static StartAttempt start(String instanceId, String contactFlowId) {
        return StartAttempt.of("""
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(instanceId, contactFlowId));
    }

    private static StartAttempt startAs(String displayName) {
        return StartAttempt.with("\"ParticipantDetails\": {\"DisplayName\": \"" + displayName + "\"}");
    }

    @Test
    @Rule("I1")
    void aMissingInstanceIdIsAnInvalidRequest() {
        StartAttempt.of("""
                        {"ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}""").isInvalidRequest("InstanceId");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 99, 100})
    @Rule("I1")
    void anInstanceIdHasOneToAHundredCharacters(int length) {
        start("i".repeat(length), "a-flow").works();
        start(EMOJI.repeat(length), "a-flow").works();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, 1_000})
    @Rule("I1")
    void anInstanceIdOfAnotherLengthIsAnInvalidParameter(int length) {
        start("i".repeat(length), "a-flow").isInvalidParameter("InstanceId", "1 to 100", "was " + length);
        start(EMOJI.repeat(length), "a-flow").isInvalidParameter("InstanceId", "1 to 100", "was " + length);
    }

    @Test
    @Rule("I2")
    void aMissingContactFlowIdIsAnInvalidRequest() {
        StartAttempt.of("""
                        {"InstanceId": "an-instance", "ParticipantDetails": {"DisplayName": "Ada"}}""").isInvalidRequest("ContactFlowId");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 499, 500})
    @Rule("I2")
    void aContactFlowIdHasOneToFiveHundredCharacters(int length) {
        start("an-instance", "f".repeat(length)).works();
        start("an-instance", EMOJI.repeat(length)).works();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501, 5_000})
    @Rule("I2")
    void aContactFlowIdOfAnotherLengthIsAnInvalidParameter(int length) {
        start("an-instance", "f".repeat(length)).isInvalidParameter("ContactFlowId", "1 to 500", "was " + length);
        start("an-instance", EMOJI.repeat(length)).isInvalidParameter("ContactFlowId", "1 to 500", "was " + length);
    }

    @Test
    @Rule("I3")
    void anInstanceStartedByItsArnIsTheOneOfThatId() {
        String contactId = start(INSTANCE_ARN, "a-flow").works();

        assertThat(Emulator.unthrottled()
                        .describe("an-instance", contactId)
                        .json()
                        .at("/Contact/Id")
                        .asString())
                .isEqualTo(contactId);
        assertThat(Emulator.unthrottled()
                        .describe(URLEncoder.encode(INSTANCE_ARN, StandardCharsets.UTF_8), contactId)
                        .status())
                .isEqualTo(200);
        assertThat(Emulator.unthrottled()
                        .describe("another-instance", contactId)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"known-flow", INSTANCE_ARN + "/contact-flow/known-flow"})
    @Rule("I3")
    void aFlowIsFoundByItsIdAndByItsArn(String contactFlowId) {
        StartAttempt.of(withFlow(contactFlowId), withCatalogue()).works();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "another-flow",
                INSTANCE_ARN + "/contact-flow/another-flow",
                INSTANCE_ARN + "/contact-flow/known-flow/another-flow"
            })
    @Rule("I3")
    void onlyTheLastPartOfAnArnNamesTheFlow(String contactFlowId) {
        StartAttempt.of(withFlow(contactFlowId), withCatalogue()).isUnknownResource();
    }

    private static Emulator withCatalogue() {
        return Emulator.with(
                "emulator.throttling.enabled=false",
                "emulator.instances[0].id=an-instance",
                "emulator.instances[0].flows[0].id=known-flow");
    }

    private static String withFlow(String contactFlowId) {
        return """
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(INSTANCE_ARN, contactFlowId);
    }

    @Test
    @Rule("I4")
    void missingParticipantDetailsAreAnInvalidRequest() {
        StartAttempt.of("""
                        {"InstanceId": "an-instance", "ContactFlowId": "a-flow"}""").isInvalidRequest("ParticipantDetails");
    }

    @Test
    @Rule("I5")
    void aMissingDisplayNameIsAnInvalidRequest() {
        StartAttempt.of("""
                        {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {}}""").isInvalidRequest("ParticipantDetails.DisplayName");
    }

    @Test
    @Rule("I5")
    void anEmptyDisplayNameIsAnInvalidParameter() {
        startAs("").isInvalidParameter("ParticipantDetails.DisplayName", "1 to 256", "was 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256})
    @Rule("I5")
    void aDisplayNameHasOneToTwoHundredAndFiftySixCharacters(int length) {
        startAs("a".repeat(length)).works();
        startAs(EMOJI.repeat(length)).works();
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 512, 10_000})
    @Rule("I5")
    void aLongerDisplayNameIsAnInvalidParameter(int length) {
        startAs("a".repeat(length)).isInvalidParameter("ParticipantDetails.DisplayName", "1 to 256", "was " + length);
        startAs(EMOJI.repeat(length)).isInvalidParameter("ParticipantDetails.DisplayName", "1 to 256", "was " + length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\"", "\\\\", "\\n", "\\u0041", "\\uD83D\\uDE00"})
    @Rule("I5")
    void anEscapedCharacterIsOneCharacter(String escaped) {
        startAs(escaped.repeat(256)).works();
        startAs(escaped.repeat(257)).isInvalidParameter("was 257");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500})
    @Rule("I11")
    void aClientTokenHasUpToFiveHundredCharacters(int length) {
        StartAttempt.with("\"ClientToken\": \"" + "t".repeat(length) + "\"").works();
        StartAttempt.with("\"ClientToken\": \"" + EMOJI.repeat(length) + "\"").works();
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 1_000})
    @Rule("I11")
    void aLongerClientTokenIsAnInvalidParameter(int length) {
        StartAttempt.with("\"ClientToken\": \"" + "t".repeat(length) + "\"")
                .isInvalidParameter("ClientToken", "500", "was " + length);
        StartAttempt.with("\"ClientToken\": \"" + EMOJI.repeat(length) + "\"")
                .isInvalidParameter("ClientToken", "500", "was " + length);
    }

    @Test
    @Rule("I11")
    void clientTokensThatDifferInCaseStartTwoChats() {
        String lower = StartAttempt.with("\"ClientToken\": \"case-sensitive\"").works();
        String upper = StartAttempt.with("\"ClientToken\": \"CASE-SENSITIVE\"").works();
        String lowerAgain =
                StartAttempt.with("\"ClientToken\": \"case-sensitive\"").works();

        assertThat(upper).isNotEqualTo(lower);
        assertThat(lowerAgain).isEqualTo(lower);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 127, 128})
    @Rule("I23")
    void aCustomerIdHasOneToAHundredAndTwentyEightCharacters(int length) {
        StartAttempt.with("\"CustomerId\": \"" + "c".repeat(length) + "\"").works();
        StartAttempt.with("\"CustomerId\": \"" + EMOJI.repeat(length) + "\"").works();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 2_000})
    @Rule("I23")
    void aCustomerIdOfAnotherLengthIsAnInvalidParameter(int length) {
        StartAttempt.with("\"CustomerId\": \"" + "c".repeat(length) + "\"")
                .isInvalidParameter("CustomerId", "1 to 128", "was " + length);
        StartAttempt.with("\"CustomerId\": \"" + EMOJI.repeat(length) + "\"")
                .isInvalidParameter("CustomerId", "1 to 128", "was " + length);
    }
}
