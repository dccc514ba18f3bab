package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows how broken rules are told: all at once, the first deciding the code, and never a secret among them. */
class StartChatContactViolationsTest {

    private static final String SECRET = "Tell-Nobody-4711";

    @Test
    @Rule({"I1", "I2", "I4"})
    void anEmptyObjectLacksThreeMembers() {
        StartAttempt.of("{}").isInvalidRequest("InstanceId:", "ContactFlowId:", "ParticipantDetails:");
    }

    @Test
    @Rule({
        "I1", "I2", "I5", "I6", "I8", "I9", "I11", "I12", "I13", "I14", "I15", "I16", "I17", "I18", "I19", "I20", "I21",
        "I23", "I24", "I25"
    })
    void everyBrokenRuleIsListed() {
        StartAttempt.of("""
                        {
                          "InstanceId": "",
                          "ContactFlowId": "",
                          "ParticipantDetails": {"DisplayName": ""},
                          "Attributes": {"a b": "x"},
                          "InitialMessage": {"ContentType": "text/html"},
                          "ClientToken": "%s",
                          "ChatDurationInMinutes": 59,
                          "SupportedMessagingContentTypes": ["text/html"],
                          "PersistentChat": {"RehydrationType": "SOMEHOW"},
                          "RelatedContactId": "",
                          "SegmentAttributes": {"c d": {}, "e": {"ValueList": []}, "connect:f": {"ValueArn": "g"}},
                          "CustomerId": "",
                          "DisconnectOnCustomerExit": [],
                          "ParticipantConfiguration": {"ResponseMode": "OFTEN"}
                        }""".formatted("t".repeat(501)))
                .isInvalidParameter(
                        "InstanceId: ",
                        "ContactFlowId: ",
                        "ParticipantDetails.DisplayName: ",
                        "Attributes.a b: ",
                        "InitialMessage.ContentType: ",
                        "InitialMessage.Content: ",
                        "ClientToken: ",
                        "ChatDurationInMinutes: ",
                        "SupportedMessagingContentTypes[0]: ",
                        "SupportedMessagingContentTypes: ",
                        "PersistentChat.RehydrationType: ",
                        "PersistentChat.SourceContactId: ",
                        "RelatedContactId: length",
                        "RelatedContactId: cannot",
                        "SegmentAttributes.c d: the key",
                        "SegmentAttributes.c d: must have",
                        "SegmentAttributes.e.ValueList: ",
                        "SegmentAttributes.connect:f.ValueArn: ",
                        "CustomerId: ",
                        "DisconnectOnCustomerExit: ",
                        "ParticipantConfiguration.ResponseMode: ");
    }

    @Test
    @Rule({"I1", "I12"})
    void aMissingMemberThatComesFirstMakesItAnInvalidRequest() {
        StartAttempt.of("""
                        {"ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                         "ChatDurationInMinutes": 59}""").isInvalidRequest("InstanceId", "ChatDurationInMinutes");
    }

    @Test
    @Rule({"I1", "I8"})
    void aWrongValueThatComesFirstMakesItAnInvalidParameter() {
        StartAttempt.of("""
                        {"InstanceId": "", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                         "InitialMessage": {}}""").isInvalidParameter("InstanceId", "InitialMessage.Content");
    }

    @Test
    @Rule({"I1", "I8"})
    void theOrderOfTheMembersInTheBodyDoesNotMatter() {
        StartAttempt.of("""
                        {"InitialMessage": {}, "ParticipantDetails": {"DisplayName": "Ada"}, "ContactFlowId": "a-flow",
                         "InstanceId": ""}""").isInvalidParameter("InstanceId", "InitialMessage.Content");
    }

    @Test
    @Rule("I6")
    void thousandsOfBrokenRulesMakeNoEndlessMessage() {
        String attributes = IntStream.range(0, 5_000)
                .mapToObj(i -> "\" " + i + "\": \"\"")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();

        StartAttempt attempt = StartAttempt.with("\"Attributes\": {" + attributes + "}");

        attempt.isInvalidParameter("Attributes.");
        assertThat(attempt.answer().message()).contains("4900 more").hasSizeLessThan(20_000);
    }

    static Stream<String> wrongWithSecret() {
        String twice = "\"" + SECRET + "\", \"CustomerId\": \"" + SECRET + "\"";
        return Stream.of(
                "\"CustomerId\": \"" + SECRET.repeat(20) + "\"",
                "\"CustomerId\": [\"" + SECRET + "\"]",
                "\"CustomerId\": {\"" + SECRET + "\": \"" + SECRET + "\"}",
                "\"CustomerId\": \"" + SECRET + "\\ud800\"",
                "\"CustomerId\": \"" + SECRET + "\\x\"",
                "\"CustomerId\": \"" + SECRET,
                "\"CustomerId\": " + SECRET,
                "\"CustomerId\": \"" + SECRET + "\", \"ChatDurationInMinutes\": 1",
                "\"InitialMessage\": {\"ContentType\": \"text/plain\", \"Content\": \"" + SECRET.repeat(100) + "\"}",
                "\"InitialMessage\": {\"ContentType\": \"text/html\", \"Content\": \"" + SECRET + "\"}",
                "\"InitialMessage\": {\"Content\": \"" + SECRET + "\"}",
                "\"InitialMessage\": {\"ContentType\": \"text/plain\", \"Content\": {\"" + SECRET + "\": 1}}",
                "\"InitialMessage\": {\"ContentType\": \"text/plain\", \"Content\": [\"" + SECRET + "\"]}",
                "\"InitialMessage\": {\"ContentType\": \"text/plain\", \"Content\": \"" + SECRET + "\t\"}",
                "\"InitialMessage\": \"" + SECRET + "\"",
                "\"RelatedContactId\": \"an-unknown-contact\", \"ClientToken\": " + twice);
    }

    @ParameterizedTest
    @MethodSource("wrongWithSecret")
    @Rule({"I10", "I23", "T3"})
    void noErrorRepeatsTheCustomerIdOrTheContent(String members) {
        Answer answer = StartAttempt.with(members).answer();

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain(SECRET);
        assertThat(answer.response().headers().map().toString()).doesNotContain(SECRET);
    }

    @Test
    @Rule({"I10", "I23"})
    void noSuccessRepeatsTheCustomerIdOrTheContent() {
        StartAttempt attempt = StartAttempt.with("""
                "CustomerId": "%s", "InitialMessage": {"ContentType": "text/plain", "Content": "%s"}""".formatted(SECRET, SECRET));

        attempt.works();
        assertThat(attempt.answer().body()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "\\u001b[31m", "\\u0000", "\\r\\nSet-Cookie: a=b"})
    @Rule({"I9", "T8"})
    void repeatedValuesAreHarmless(String contentType) {
        Answer answer = StartAttempt.with("""
                "InitialMessage": {"ContentType": "%s", "Content": "x"}""".formatted(contentType)).answer();

        assertThat(answer.outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.message().chars()).noneMatch(Character::isISOControl);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }
}
