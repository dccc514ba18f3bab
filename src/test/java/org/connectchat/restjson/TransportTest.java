package org.connectchat.restjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows what every request and every answer has in common: methods, content types, absent members, ids and errors. */
class TransportTest {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static Answer put(String contentType) {
        return Emulator.unthrottled()
                .send(
                        "PUT",
                        "/contact/chat",
                        BodyPublishers.ofString(Emulator.SMALLEST_START),
                        "Content-Type",
                        contentType);
    }

    private static Answer startWith(String members) {
        return Emulator.unthrottled().start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 %s}""".formatted(members));
    }

    @Test
    @Rule("T1")
    void putAndPostStartTheSameChat() {
        String json = """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "ClientToken": "put-and-post"}""";

        Answer put = Emulator.unthrottled().send("PUT", "/contact/chat", json);
        Answer post = Emulator.unthrottled().send("POST", "/contact/chat", json);

        assertThat(put.outcome()).isEqualTo("200");
        assertThat(post.outcome()).isEqualTo("200");
        assertThat(post.json()).isEqualTo(put.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"InstanceId\": 5}"})
    @Rule("T1")
    void putAndPostRefuseTheSame(String json) {
        Answer put = Emulator.unthrottled().send("PUT", "/contact/chat", json);
        Answer post = Emulator.unthrottled().send("POST", "/contact/chat", json);

        assertThat(post.outcome()).isEqualTo("400 InvalidRequestException").isEqualTo(put.outcome());
        assertThat(post.body()).isEqualTo(put.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json; charset=iso-8859-1",
                "application/json ; charset=\"utf-8\"; profile=x"
            })
    @Rule("T2")
    void parametersOfTheContentTypeAreIgnored(String contentType) {
        assertThat(put(contentType).outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/x-amz-json-1.1",
                "application/jsonp",
                "application/vnd.api+json",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/*",
                "*/*",
                "json",
                "; application/json",
                "text/plain; application/json",
                "application/json, text/plain"
            })
    @Rule("T2")
    void anotherContentTypeIsUnsupported(String contentType) {
        assertThat(put(contentType).outcome()).isEqualTo("415 UnsupportedMediaTypeException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact/chat", "/contact/stop", "/contact/attributes"})
    @Rule("T2")
    void everyOperationWithABodyWantsItsContentType(String path) {
        assertThat(Emulator.unthrottled()
                        .send("POST", path, BodyPublishers.ofString("{}"))
                        .outcome())
                .isEqualTo("415 UnsupportedMediaTypeException");
        assertThat(Emulator.unthrottled()
                        .send("POST", path, BodyPublishers.ofString("{}"), "Content-Type", "text/plain")
                        .outcome())
                .isEqualTo("415 UnsupportedMediaTypeException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Unknown\": 1",
                "\"instanceId\": 5",
                "\"ConnectionTypes\": [\"WEBSOCKET\"]",
                "\"Unknown\": {\"deep\": [{\"er\": null}]}",
                "\"\": \"\"",
                "\"ParticipantDetails\": {\"DisplayName\": \"Ada\", \"Unknown\": []}",
                "\"ParticipantConfiguration\": {\"Unknown\": true}",
                "\"SegmentAttributes\": {\"a\": {\"ValueString\": \"x\", \"ValueUnknown\": 1.5}}"
            })
    @Rule("T4")
    void anUnknownMemberIsIgnored(String members) {
        assertThat(startWith(members).outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ParticipantConfiguration",
                "Attributes",
                "InitialMessage",
                "ClientToken",
                "ChatDurationInMinutes",
                "SupportedMessagingContentTypes",
                "PersistentChat",
                "RelatedContactId",
                "SegmentAttributes",
                "CustomerId",
                "DisconnectOnCustomerExit"
            })
    @Rule("T4")
    void anOptionalMemberThatIsNullIsAbsent(String member) {
        assertThat(startWith("\"" + member + "\": null").outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InstanceId", "ContactFlowId", "ParticipantDetails"})
    @Rule("T4")
    void aRequiredMemberThatIsNullIsMissing(String member) {
        Answer answer = startWith("\"" + member + "\": null");

        assertThat(answer.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(answer.message()).contains(member).doesNotContain(";");
    }

    static Stream<Arguments> insideNull() {
        return Stream.of(
                Arguments.of("\"ParticipantDetails\": {\"DisplayName\": null}", "400 InvalidRequestException"),
                Arguments.of("\"InitialMessage\": {\"ContentType\": null}", "400 InvalidRequestException"),
                Arguments.of("\"PersistentChat\": {\"RehydrationType\": null}", "400 InvalidRequestException"),
                Arguments.of("\"ParticipantConfiguration\": {\"ResponseMode\": null}", "200"),
                Arguments.of(
                        "\"SegmentAttributes\": {\"a\": {\"ValueString\": null}}", "400 InvalidParameterException"));
    }

    @ParameterizedTest
    @MethodSource("insideNull")
    @Rule("T4")
    void nullIsAbsentAtAnyDepth(String members, String outcome) {
        assertThat(startWith(members).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "SupportedMessagingContentTypes": [null, "text/plain"]            | SupportedMessagingContentTypes[0]: must be a string
            "SupportedMessagingContentTypes": ["text/plain", null]            | SupportedMessagingContentTypes[1]: must be a string
            "SupportedMessagingContentTypes": [null]                          | SupportedMessagingContentTypes[0]: must be a string
            "DisconnectOnCustomerExit": [null]                                | DisconnectOnCustomerExit[0]: must be a string
            "DisconnectOnCustomerExit": ["AGENT", null]                       | DisconnectOnCustomerExit[1]: must be a string
            "Attributes": {"absent": null, "present": ""}                     | Attributes.absent: must be a string
            "SegmentAttributes": {"a": null}                                  | SegmentAttributes.a: must be a JSON object
            "SegmentAttributes": {"a": {"ValueMap": {"b": null}}}             | SegmentAttributes.a.ValueMap.b: must be a JSON object
            "SegmentAttributes": {"connect:a": {"ValueList": [{"ValueInteger": 1}, null]}} | SegmentAttributes.connect:a.ValueList[1]: must be a JSON object
            """)
    @Rule("I26")
    void nullIsNoElementOfAListAndNoValueOfAMap(String members, String message) {
        Answer answer = startWith(members);

        assertThat(answer.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(answer.message()).isEqualTo(message);
    }

    static Stream<Arguments> everyKindOfAnswer() {
        return Stream.of(
                Arguments.of("PUT", "/contact/chat", Emulator.SMALLEST_START, "200"),
                Arguments.of("GET", "/actuator/health", null, "200"),
                Arguments.of("OPTIONS", "/contact/chat", null, "200"),
                Arguments.of("PUT", "/contact/chat", "{}", "400 InvalidRequestException"),
                Arguments.of(
                        "PUT",
                        "/contact/chat",
                        Emulator.SMALLEST_START.replace("a-flow", ""),
                        "400 InvalidParameterException"),
                Arguments.of("GET", "/contacts/an-instance/a-contact", null, "404 ResourceNotFoundException"),
                Arguments.of("GET", "/nothing", null, "404 UnknownOperationException"),
                Arguments.of("GET", "/contact/chat", null, "405 MethodNotAllowedException"),
                Arguments.of("PUT", "/contact/chat", null, "415 UnsupportedMediaTypeException"),
                Arguments.of("PUT", "/contact/chat", " ".repeat(1_048_577), "413 RequestEntityTooLargeException"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    @Rule("T8")
    void everyResponseHasAFreshRequestId(String method, String path, String json, String outcome) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Answer answer = Emulator.unthrottled().send(method, path, json);
            assertThat(answer.outcome()).isEqualTo(outcome);
            assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
            ids.add(answer.header("x-amzn-RequestId"));
        }
        assertThat(ids).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfAnswer")
    @Rule("T8")
    void everyErrorIsAJsonObjectWithAMessage(String method, String path, String json, String outcome) {
        Answer answer = Emulator.unthrottled().send(method, path, json);

        assertThat(answer.outcome()).isEqualTo(outcome);
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.json().propertyNames()).containsExactly("Message", "__type");
            assertThat(answer.message()).isNotBlank();
        }
    }

    @Test
    @Rule("T8")
    void anErrorOfTheParticipantServiceSpellsItsMessageInLowerCase() {
        Answer answer = Emulator.unthrottled().send("POST", "/participant/nothing", "{}");

        assertThat(answer.outcome()).isEqualTo("404 UnknownOperationException");
        assertThat(answer.json().propertyNames()).containsExactly("message", "__type");
    }
}
