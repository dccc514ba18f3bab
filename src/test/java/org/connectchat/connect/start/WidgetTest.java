package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows that what the open-source widget and the mobile samples post to their back end starts a chat here too. */
class WidgetTest {

    private static final String PATH = "/start-chat";
    private static final String WIDGET_BODY = """
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
             "Username": "ada", "Attributes": {"customerName": "Ada"},
             "SupportedMessagingContentTypes": ["text/plain", "text/markdown"]}""";

    private final Emulator emulator = Emulator.unthrottled();
    private final Emulator configured = Emulator.with(
            "emulator.throttling.enabled=false",
            "emulator.instances[0].id=shop",
            "emulator.instances[0].flows[0].id=sales",
            "emulator.instances[0].flows[1].id=returns",
            "emulator.instances[1].id=bank",
            "emulator.instances[1].flows[0].id=loans");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain;charset=UTF-8",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded",
                "application/json",
                "Application/json",
                "multipart/form-data; boundary=x",
                "not a media type"
            })
    void theBodyIsReadAsJsonWithAnyContentType(String contentType) {
        Answer answer = emulator.send("POST", PATH, BodyPublishers.ofString(WIDGET_BODY), "Content-Type", contentType);

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void theBodyIsReadWithoutAContentType() {
        assertThat(emulator.send("POST", PATH, BodyPublishers.ofString(WIDGET_BODY))
                        .outcome())
                .isEqualTo("200");
    }

    @Test
    @Rule({"O1", "O2"})
    void theResponseIsTheEnvelopeThatTheWidgetReads() {
        JsonNode answer = post(emulator, WIDGET_BODY).json();

        assertThat(answer.propertyNames()).containsExactly("data");
        assertThat(answer.path("data").propertyNames())
                .containsExactlyInAnyOrder("startChatResult", "featurePermissions");
        assertThat(answer.at("/data/startChatResult").propertyNames())
                .containsExactlyInAnyOrder("ContactId", "ParticipantId", "ParticipantToken");
        assertThat(answer.at("/data/startChatResult/ParticipantToken").asString())
                .hasSize(612);
        assertThat(answer.at("/data/featurePermissions").propertyNames())
                .containsExactlyInAnyOrder("MESSAGING_MARKDOWN", "ATTACHMENTS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "SupportedMessagingContentTypes": ["text/plain", "text/markdown"]    | true
            "SupportedMessagingContentTypes": ["text/plain", "application/json"] | false
            "SupportedMessagingContentTypes": null                               | false
            "ClientToken": ""                                                    | false
            """, quoteCharacter = '`')
    @Rule("O4")
    void markdownIsPermittedAsTheChatIsStartedFor(String member, boolean permitted) {
        JsonNode features = post(emulator, """
                        {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                         %s}""".formatted(member)).json().at("/data/featurePermissions");

        assertThat(features.path("MESSAGING_MARKDOWN").asBoolean()).isEqualTo(permitted);
        assertThat(features.path("ATTACHMENTS").asBoolean()).isTrue();
    }

    @Test
    @Rule("O4")
    void aRepeatedClientTokenIsPermittedWhatTheChatWasStartedFor() {
        String request = """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "ClientToken": "repeated-by-a-widget"%s}""";
        JsonNode first = post(emulator, request.formatted("")).json();
        JsonNode second = post(
                        emulator,
                        request.formatted(", \"SupportedMessagingContentTypes\": [\"text/plain\", \"text/markdown\"]"))
                .json();

        assertThat(second.at("/data/startChatResult")).isEqualTo(first.at("/data/startChatResult"));
        assertThat(second.at("/data/featurePermissions/MESSAGING_MARKDOWN").asBoolean(true))
                .isFalse();
    }

    @Test
    @Rule("O4")
    void attachmentsAreNotPermittedWhereAChatMayHoldNone() {
        JsonNode features = post(Emulator.with("emulator.attachments.max-per-chat=0"), WIDGET_BODY)
                .json()
                .at("/data/featurePermissions");

        assertThat(features).isEqualTo(JsonText.of("""
                {"MESSAGING_MARKDOWN": true, "ATTACHMENTS": false}"""));
    }

    @Test
    @Rule("B10")
    void theChatIsLikeAnyOther() {
        String id = id(post(emulator, WIDGET_BODY));

        JsonNode contact = emulator.describe("an-instance", id).json().path("Contact");
        assertThat(contact.path("Attributes")).isEqualTo(JsonText.of("""
                {"customerName": "Ada"}"""));
        assertThat(contact.at("/SegmentAttributes/connect:Subtype/ValueString").asString())
                .isEqualTo("connect:Chat");
        assertThat(emulator.stop("an-instance", id).outcome()).isEqualTo("200");
    }

    @Test
    void aPersistentChatNamesTheContactItContinues() {
        String source = id(post(emulator, WIDGET_BODY));
        emulator.stop("an-instance", source);

        Answer answer = post(emulator, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "PersistentChat": {"RehydrationType": "ENTIRE_PAST_SESSION", "SourceContactId": "%s"}}""".formatted(source));

        assertThat(answer.json()
                        .at("/data/startChatResult/ContinuedFromContactId")
                        .asString())
                .isEqualTo(source);
    }

    @Test
    void theInstanceMayBeSpelledConnectInstanceId() {
        Answer answer = post(emulator, """
                {"ConnectInstanceId": "phone-instance", "ContactFlowId": "a-flow",
                 "ParticipantDetails": {"DisplayName": "Ada"}}""");

        assertThat(emulator.describe("phone-instance", id(answer)).outcome()).isEqualTo("200");
    }

    @Test
    void aCustomerNameIsEnoughWhereTheRestIsConfigured() {
        Answer answer = post(configured, """
                {"customerName": "Ada"}""");

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(configured.describe("shop", id(answer)).outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"ParticipantDetails": {"DisplayName": "Ada"}}                                                  | shop
            {"ContactFlowId": "returns", "ParticipantDetails": {"DisplayName": "Ada"}}                      | shop
            {"InstanceId": "shop", "ParticipantDetails": {"DisplayName": "Ada"}}                            | shop
            {"InstanceId": "bank", "ContactFlowId": "loans", "ParticipantDetails": {"DisplayName": "Ada"}}  | bank
            {"InstanceId": "bank", "ParticipantDetails": {"DisplayName": "Ada"}}                            | bank
            {"InstanceId": null, "ContactFlowId": null, "ParticipantDetails": {"DisplayName": "Ada"}}       | shop
            """)
    @Rule("B6")
    void absentIdsComeFromTheConfiguration(String body, String instance) {
        Answer answer = post(configured, body);

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(configured.describe(instance, id(answer)).outcome()).isEqualTo("200");
    }

    @Test
    void withoutAConfigurationInstanceAndFlowAreMissing() {
        Answer answer = post(emulator, """
                {"customerName": "Ada"}""");

        assertThat(answer.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(error(answer).path("message").asString())
                .contains("InstanceId")
                .contains("ContactFlowId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                                                               | 400 | InvalidRequestException
            ``                                                                                              | 400 | InvalidRequestException
            []                                                                                              | 400 | InvalidRequestException
            customerName=Ada                                                                                | 400 | InvalidRequestException
            {"customerName": 5}                                                                             | 400 | InvalidRequestException
            {"InstanceId": "i", "ContactFlowId": "f"}                                                       | 400 | InvalidRequestException
            {"InstanceId": "i", "ContactFlowId": "f", "customerName": ""}                                   | 400 | InvalidParameterException
            {"InstanceId": "i", "ContactFlowId": "f", "customerName": "A", "ChatDurationInMinutes": 59}     | 400 | InvalidParameterException
            {"InstanceId": "i", "ContactFlowId": "f", "customerName": "A", "RelatedContactId": "nobody"}    | 404 | ResourceNotFoundException
            """)
    void anErrorHasTheEnvelopesForm(String body, int status, String code) {
        Answer answer = post(emulator, body);

        assertThat(answer.outcome()).isEqualTo(status + " " + code);
        assertThat(answer.json().propertyNames()).containsExactly("data");
        assertThat(answer.json().path("data").propertyNames()).containsExactly("Error");
        assertThat(error(answer).propertyNames()).containsExactlyInAnyOrder("message", "code", "statusCode");
        assertThat(error(answer).path("message").asString()).isNotBlank();
        assertThat(error(answer).path("code").asString()).isEqualTo(code);
        assertThat(error(answer).path("statusCode").isIntegralNumber()).isTrue();
        assertThat(error(answer).path("statusCode").asInt()).isEqualTo(status);
        assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
    }

    @Test
    @Rule("B3")
    void aFullQuotaHasTheEnvelopesFormToo() {
        Emulator full = Emulator.with("emulator.quotas.concurrent-active-chats=0");

        Answer answer = post(full, WIDGET_BODY);

        assertThat(answer.outcome()).isEqualTo("429 LimitExceededException");
        assertThat(error(answer).path("code").asString()).isEqualTo("LimitExceededException");
    }

    @Test
    @Rule("B2")
    void throttlingHasTheEnvelopesFormToo() {
        try (Emulator throttled = Emulator.own(
                "emulator.throttling.operations.StartChatContact.rate=0.001",
                "emulator.throttling.operations.StartChatContact.burst=1")) {
            throttled.started(Emulator.SMALLEST_START);

            Answer answer = post(throttled, WIDGET_BODY);

            assertThat(answer.outcome()).isEqualTo("429 TooManyRequestsException");
            assertThat(error(answer).path("code").asString()).isEqualTo("TooManyRequestsException");
            assertThat(error(answer).path("statusCode").asInt()).isEqualTo(429);
        }
    }

    @Test
    @Rule("T9")
    void aPageOfAnyOriginMayReadTheResponse() {
        Answer answer = emulator.send(
                "POST",
                PATH,
                BodyPublishers.ofString(WIDGET_BODY),
                "Content-Type",
                "text/plain;charset=UTF-8",
                "Origin",
                "http://shop.example");

        assertThat(answer.header("Access-Control-Allow-Origin")).isIn("*", "http://shop.example");
    }

    private static Answer post(Emulator emulator, String body) {
        return emulator.send("POST", PATH, BodyPublishers.ofString(body), "Content-Type", "text/plain;charset=UTF-8");
    }

    private static String id(Answer answer) {
        assertThat(answer.outcome()).isEqualTo("200");
        return answer.json().at("/data/startChatResult/ContactId").asString();
    }

    private static JsonNode error(Answer answer) {
        return answer.json().at("/data/Error");
    }
}
