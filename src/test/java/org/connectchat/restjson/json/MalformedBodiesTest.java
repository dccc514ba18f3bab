package org.connectchat.restjson.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

/** Shows that a body is one JSON object in UTF-8 whose members have the right types, or it is an invalid request. */
class MalformedBodiesTest {

    private static final String START = """
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}%s}""";

    private static Answer send(byte[] body) {
        return Emulator.unthrottled()
                .send("PUT", "/contact/chat", BodyPublishers.ofByteArray(body), "Content-Type", "application/json");
    }

    private static Answer send(String body) {
        return send(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertInvalidRequest(Answer answer) {
        assertThat(answer.outcome()).as(answer.toString()).isEqualTo("400 InvalidRequestException");
        assertThat(answer.message()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "null",
                "true",
                "5",
                "-1.5",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{{}",
                "x",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{a: 1}",
                "{'a': 1}",
                "[1",
                "\"open",
                "{\"a\": 1",
                "<a/>",
                "a=b",
                "\u0000",
                "//x"
            })
    @Rule("T3")
    void aBodyThatIsNoJsonObjectIsAnInvalidRequest(String body) {
        assertInvalidRequest(send(body));
        for (String path : new String[] {"/contact/stop", "/contact/attributes"}) {
            assertInvalidRequest(Emulator.unthrottled()
                    .send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "[]", "null", ",", "}", "]", "\u0000", "//", "/**/", "\"", " 1", "\n{"})
    @Rule("T3")
    void textAfterTheObjectIsAnInvalidRequest(String trailing) {
        assertThat(send(START.formatted("")).outcome()).isEqualTo("200");
        assertInvalidRequest(send(START.formatted("") + trailing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",",
                ", \"a\": 01",
                ", \"a\": +1",
                ", \"a\": .5",
                ", \"a\": 5.",
                ", \"a\": 0x1",
                ", \"a\": 1e",
                ", \"a\": NaN",
                ", \"a\": -Infinity",
                ", \"a\": undefined",
                ", \"a\": True",
                ", \"a\": 'x'",
                ", \"a\": \"\\x\"",
                ", \"a\": \"\\u12g4\"",
                ", \"a\": \"tab\tinside\"",
                ", \"a\": \"line\ninside\"",
                ", \"a\": [1,]",
                ", \"a\": [1 2]",
                ", \"a\": {\"b\" 1}",
                ", /* why */ \"a\": 1",
                ", # why\n \"a\": 1",
                ", \"a\": \"\\ud83\""
            })
    @Rule("T3")
    void theSyntaxMustBeRightInsideUnknownMembersToo(String members) {
        assertInvalidRequest(send(START.formatted(members)));
    }

    @Test
    @Rule("T3")
    void whiteSpaceAroundTheObjectIsFine() {
        assertThat(send("\r\n\t " + START.formatted("") + " \t\r\n").outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "80, a continuation without a start",
        "c3, a start without its continuation",
        "c328, a start before something else",
        "c0af, a slash in two bytes",
        "c080, zero in two bytes",
        "e0809f, an overlong form of three bytes",
        "e282, two bytes of three",
        "eda080, half a surrogate pair",
        "edb080, the other half",
        "eda0bdedb880, a pair of surrogates in three bytes each",
        "f0808080, an overlong form of four bytes",
        "f09f98, three bytes of four",
        "f4908080, beyond the last code point",
        "f8888080, a form of five bytes",
        "fe, no UTF-8 byte at all",
        "e4, a letter in ISO-8859-1"
    })
    @Rule("T3")
    void bytesThatAreNoUtf8AreAnInvalidRequest(String hex, String what) {
        assertInvalidRequest(send(startWithDisplayName(HexFormat.of().parseHex(hex))));
        assertInvalidRequest(send(startWithUnknown(HexFormat.of().parseHex(hex))));
    }

    private static byte[] startWithDisplayName(byte[] name) {
        return joined(
                "{\"InstanceId\": \"i\", \"ContactFlowId\": \"f\", \"ParticipantDetails\": {\"DisplayName\": \"a",
                name,
                "\"}}");
    }

    private static byte[] startWithUnknown(byte[] text) {
        return joined(START.substring(0, START.indexOf('%')) + ", \"Unknown\": \"a", text, "\"}");
    }

    private static byte[] joined(String before, byte[] bytes, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    @Rule("T3")
    void anotherEncodingIsAnInvalidRequestEvenIfItIsDeclared(String charset) {
        byte[] body = START.formatted("").getBytes(Charset.forName(charset));

        assertInvalidRequest(send(body));
        assertInvalidRequest(Emulator.unthrottled()
                .send(
                        "PUT",
                        "/contact/chat",
                        BodyPublishers.ofByteArray(body),
                        "Content-Type",
                        "application/json; charset=" + charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "\u6F22\u5B57", "\uD83D\uDC69\u200D\uD83D\uDE80", "\u05D0\u202E\uFFFF", "\u007F"})
    @Rule("T3")
    void wellFormedTextComesBackAsItWasSent(String text) {
        String contactId = send(START.formatted(", \"Attributes\": {\"text\": \"" + text + "\"}"))
                .text("ContactId");

        assertThat(Emulator.unthrottled()
                        .attributes("an-instance", contactId)
                        .json()
                        .at("/Attributes/text")
                        .asString())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00", "a\\ud83dz"})
    @Rule("T3")
    void halfASurrogatePairIsAnInvalidRequest(String escaped) {
        assertInvalidRequest(send(START.formatted(", \"CustomerId\": \"" + escaped + "\"")));
        assertInvalidRequest(send(START.formatted(", \"Attributes\": {\"a\": \"" + escaped + "\"}")));
        assertInvalidRequest(send(START.formatted(", \"Attributes\": {\"" + escaped + "\": \"a\"}")));
        assertThat(send(START.formatted(", \"CustomerId\": \"\\ud83d\\ude00\"")).outcome())
                .isEqualTo("200");
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                        "InstanceId|5 true 1.5 [] {} [\"i\"]",
                        "ContactFlowId|5 false [] {}",
                        "ParticipantDetails|\"Ada\" 5 true [] [{\"DisplayName\":\"Ada\"}]",
                        "ParticipantDetails.DisplayName|5 true [] {} [\"Ada\"]",
                        "ParticipantConfiguration|\"COMPLETE\" [] 5",
                        "ParticipantConfiguration.ResponseMode|0 true [\"COMPLETE\"] {}",
                        "Attributes|[] \"a\" 5 \"\" [[\"a\",\"b\"]]",
                        "Attributes.a|5 true 1.5 [] {} [\"x\"]",
                        "InitialMessage|\"Hello\" [] \"\" 5",
                        "InitialMessage.ContentType|5 [\"text/plain\"] {}",
                        "InitialMessage.Content|5 true [] {} [\"x\"]",
                        "ClientToken|5 0 true [] {}",
                        "ChatDurationInMinutes|\"60\" \"\" 60.0 60.5 6e1 6E+1 1e400 true [] [60] {}",
                        "SupportedMessagingContentTypes|\"text/plain\" {} 5 \"\" true",
                        "SupportedMessagingContentTypes[0]|5 true [] {} [\"text/plain\"]",
                        "PersistentChat|[] \"FROM_SEGMENT\" 5",
                        "PersistentChat.RehydrationType|0 1 true [] {}",
                        "PersistentChat.SourceContactId|5 [] {}",
                        "RelatedContactId|5 [] {}",
                        "SegmentAttributes|[] \"a\" 5",
                        "SegmentAttributes.a|\"a\" 5 [] true \"\"",
                        "SegmentAttributes.a.ValueString|5 true [] {}",
                        "SegmentAttributes.a.ValueInteger|\"5\" 5.0 5e0 true [] {}",
                        "SegmentAttributes.a.ValueMap|[] \"a\" 5",
                        "SegmentAttributes.a.ValueMap.b|\"a\" 5 []",
                        "SegmentAttributes.a.ValueMap.b.ValueInteger|\"5\" 1.5 true",
                        "SegmentAttributes.a.ValueList|{} \"a\" 5",
                        "SegmentAttributes.a.ValueList[0]|\"a\" 5 []",
                        "SegmentAttributes.a.ValueArn|5 [] {}",
                        "CustomerId|5 true [] {}",
                        "DisconnectOnCustomerExit|\"AGENT\" {} 5",
                        "DisconnectOnCustomerExit[0]|5 true [\"AGENT\"] {}")
                .map(line -> line.split("\\|"))
                .flatMap(line -> Stream.of(line[1].split(" ")).map(value -> Arguments.of(line[0], value)));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    @Rule("T3")
    void aMemberOfAnotherTypeIsAnInvalidRequestThatNamesIt(String path, String value) {
        Answer answer = send(START.formatted(", " + member(path, value)));

        assertInvalidRequest(answer);
        assertThat(answer.message()).startsWith(path + ":");
    }

    /** {@code a.b[0]} and {@code 5} make {@code "a": {"b": [5]}}. */
    private static String member(String path, String value) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String inner = dot < 0 ? value : "{" + member(path.substring(dot + 1), value) + "}";
        return name.endsWith("[0]")
                ? "\"" + name.substring(0, name.length() - 3) + "\": [" + inner + "]"
                : "\"" + name + "\": " + inner;
    }

    @ParameterizedTest
    @CsvSource({"/contact/stop, ContactId", "/contact/attributes, InitialContactId", "/contact/attributes, Attributes"})
    @Rule("T3")
    void noOperationCoerces(String path, String member) {
        Answer answer = Emulator.unthrottled().send("POST", path, "{\"" + member + "\": 5}");

        assertInvalidRequest(answer);
        assertThat(answer.message()).startsWith(member + ":");
    }

    /** The parser reads a body in parts of 4,000 characters. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9"})
    @Rule("T3")
    void theMessageHasThePlaceOfAnErrorFarBehindTheBegin(String letter) {
        String before = "{\n \"Unknown\": \"" + letter.repeat(9_000) + "\",\n \"InstanceId\": x}";

        Answer answer = send(before);

        assertInvalidRequest(answer);
        assertThat(answer.message()).contains("line 3, column 16");
    }
}
