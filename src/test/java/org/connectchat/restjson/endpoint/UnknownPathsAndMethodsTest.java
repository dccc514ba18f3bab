package org.connectchat.restjson.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that requests for unknown paths and with wrong methods get the contract's response. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownPathsAndMethodsTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static Answer send(String method, String path) {
        return Emulator.unthrottled().send(method, path, (String) null);
    }

    private static RawHttp.Answer raw(String head) {
        return RawHttp.exchange(Emulator.unthrottled(), head.replace("\n", "\r\n") + "Connection: close\r\n\r\n");
    }

    private static void assertContractsError(RawHttp.Answer answer, String outcome) {
        assertThat(answer.outcome()).as(answer.toString()).isEqualTo(outcome);
        assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames()).containsExactly("Message", "__type");
        assertThat(answer.json().path("Message").asString()).isNotBlank();
    }

    private static void assertContractsError(Answer answer, String outcome) {
        assertThat(answer.outcome()).as(answer.toString()).isEqualTo(outcome);
        assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames()).containsExactly("Message", "__type");
        assertThat(answer.message()).isNotBlank();
    }

    private static List<String> elements(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/contact",
                "/contact/",
                "/contact/chat/",
                "/contact/chat/x",
                "/Contact/Chat",
                "//contact/chat",
                "/./contact/chat",
                "/contact/../contact/chat",
                "/contact//chat",
                "/contact%2Fchat",
                "/contact/chat%20",
                "/contact/chat;v=1",
                "/start-chat/",
                "/contacts",
                "/contacts/an-instance",
                "/contacts/an-instance/",
                "/contacts//a-contact",
                "/contacts/an-instance/a-contact/more",
                "/contact/attributes/an-instance",
                "/error",
                "/favicon.ico",
                "/index.html",
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/shutdown",
                "/actuator/health/nothing",
                "/%C3%A4/%F0%9F%98%80",
                "/%3Cscript%3E",
                "/a%5Cb",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF"
            })
    @Rule({"T7", "T8"})
    void anUnknownPathIsAnUnknownOperationWhateverTheMethod(String path) {
        for (String method : List.of("GET", "PUT", "POST", "DELETE", "PATCH", "BREW")) {
            assertContractsError(send(method, path), "404 UnknownOperationException");
        }
        Answer head = send("HEAD", path);
        assertThat(head.outcome()).isEqualTo("404 UnknownOperationException");
        assertThat(head.header("x-amzn-RequestId")).matches(UUID);
    }

    @Test
    @Rule("T7")
    void theErrorOfAnUnknownPathListsWhatIsServed() {
        assertThat(send("GET", "/nothing/here").message())
                .contains(
                        "/nothing/here",
                        "StartChatContact",
                        "/contact/chat",
                        "/start-chat",
                        "StopContact",
                        "/contact/stop",
                        "DescribeContact",
                        "/contacts/{InstanceId}/{ContactId}",
                        "GetContactAttributes",
                        "/contact/attributes/{InstanceId}/{InitialContactId}",
                        "UpdateContactAttributes",
                        "/contact/attributes");
    }

    @Test
    @Rule("T7")
    void aVeryLongPathIsNotRepeatedWhole() {
        String list = "Served are: ";
        Answer answer = send("GET", "/" + "x".repeat(4_000));

        assertContractsError(answer, "404 UnknownOperationException");
        String message = answer.message();
        assertThat(message.substring(0, message.indexOf(list))).contains("/xxx").hasSizeLessThan(200);
        assertThat(message.substring(message.indexOf(list)))
                .doesNotContain("xxx")
                .isEqualTo(send("GET", "/nothing").message().replaceFirst(".*?(?=" + list + ")", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/contact/chat|PUT, POST",
                "/start-chat|POST",
                "/contact/stop|POST",
                "/contact/attributes|POST",
                "/contacts/an-instance/a-contact|GET, POST",
                "/contact/attributes/an-instance/a-contact|GET",
                "/actuator/health|GET, HEAD",
                "/actuator/health/liveness|GET, HEAD"
            })
    @Rule({"T7", "T8"})
    void aWrongMethodIsToldTheRightOnes(String path, String right) {
        for (String method : List.of("GET", "PUT", "POST", "DELETE", "PATCH", "PROPFIND", "BREW", "get")) {
            if (!elements(right).contains(method)) {
                Answer answer = send(method, path);
                assertContractsError(answer, "405 MethodNotAllowedException");
                assertThat(elements(answer.header("Allow"))).isNotEmpty().isSubsetOf(elements(right));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact/chat", "/start-chat", "/contact/stop", "/contact/attributes"})
    @Rule("T7")
    void headIsAWrongMethodWithoutAGet(String path) {
        Answer answer = send("HEAD", path);

        assertThat(answer.outcome()).isEqualTo("405 MethodNotAllowedException");
        assertThat(answer.header("Allow")).contains("POST");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/contact/chat|PUT, POST", "/start-chat|POST", "/contacts/an-instance/a-contact|GET, POST"})
    @Rule("T7")
    void traceIsAWrongMethodToo(String path, String right) {
        RawHttp.Answer answer = raw("TRACE " + path + " HTTP/1.1\nHost: localhost\nX-Secret: echo\n");

        assertContractsError(answer, "405 MethodNotAllowedException");
        assertThat(elements(answer.header("Allow"))).containsExactlyInAnyOrderElementsOf(elements(right));
        assertThat(answer.body()).doesNotContain("echo");
    }

    @Test
    @Rule("T7")
    void healthSupportsGetAndHead() {
        assertThat(send("GET", "/actuator/health").outcome()).isEqualTo("200");
        assertThat(send("HEAD", "/actuator/health").outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html", "application/xml", "*/*;q=0", "nonsense", "a/b/c", "\"", "text/"})
    @Rule({"T7", "T8"})
    void operationsIgnoreTheAcceptHeader(String accept) {
        String end = " HTTP/1.1\nHost: localhost\nAccept: " + accept + "\n";

        assertContractsError(raw("GET /contacts/an-instance/a-contact" + end), "404 ResourceNotFoundException");
        assertContractsError(raw("GET /nothing" + end), "404 UnknownOperationException");
        assertContractsError(raw("GET /contact/chat" + end), "405 MethodNotAllowedException");
    }

    @Test
    @Rule("T7")
    void healthWithAnUnsupportedAcceptIsTheContractsErrorToo() {
        assertContractsError(
                raw("GET /actuator/health HTTP/1.1\nHost: localhost\nAccept: image/png\n"),
                "406 NotAcceptableException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact/ch%61t", "/%63ontact/chat", "/contact/chat?a=b", "/contact/chat?"})
    @Rule("T7")
    void anEncodedLetterOrAQueryMakesNoOtherPath(String path) {
        assertThat(Emulator.unthrottled()
                        .send("PUT", path, Emulator.SMALLEST_START)
                        .outcome())
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "GET",
                "GET /\u0001",
                "G(T / HTTP/1.1\nHost: localhost",
                "GET / HTTP/1.1",
                "GET / HTTP/1.1\nHost: a\nHost: b",
                "GET / HTTP/1.1\nHost: a b",
                "GET nothing HTTP/1.1\nHost: localhost",
                "GET * HTTP/1.1\nHost: localhost",
                "GET /a b HTTP/1.1\nHost: localhost",
                "GET /<b> HTTP/1.1\nHost: localhost",
                "GET /a\\b HTTP/1.1\nHost: localhost",
                "GET /%zz HTTP/1.1\nHost: localhost",
                "GET /%0 HTTP/1.1\nHost: localhost",
                "GET /%00 HTTP/1.1\nHost: localhost",
                "GET /%C3%28 HTTP/1.1\nHost: localhost",
                "GET /\u00e4 HTTP/1.1\nHost: localhost",
                "GET /../../etc/passwd HTTP/1.1\nHost: localhost",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\nHost: localhost",
                "GET / HTTP/1.1\nHost: localhost\nno colon",
                "GET / HTTP/1.1\nHost: localhost\n: no name",
                "PUT /contact/chat HTTP/1.1\nHost: localhost\nContent-Length: many",
                "PUT /contact/chat HTTP/1.1\nHost: localhost\nContent-Length: -1",
                "PUT /contact/chat HTTP/1.1\nHost: localhost\nContent-Length: 1\nContent-Length: 2",
                "PUT /contact/chat HTTP/1.1\nHost: localhost\nContent-Length: 99999999999999999999"
            })
    @Rule({"T7", "T8"})
    void aRequestThatIsNoHttpIsABadRequest(String head) {
        assertContractsError(raw(head + "\n"), "400 BadRequestException");
    }

    @Test
    @Rule({"T7", "T8"})
    void aHeadThatIsTooLongIsABadRequest() {
        assertContractsError(
                raw("GET / HTTP/1.1\nHost: localhost\nX-Long: " + "x".repeat(20_000) + "\n"),
                "400 BadRequestException");
        assertContractsError(
                raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\nHost: localhost\n"), "400 BadRequestException");
        assertContractsError(
                raw("GET / HTTP/1.1\nHost: localhost\n" + "X-Many: x\n".repeat(500)), "400 BadRequestException");
    }

    @Test
    @Rule("T10")
    void noRefusalLeavesAStackTraceOrTheCallersTextInTheLog(CapturedOutput log) {
        assertContractsError(raw("a-garbled-line\n"), "400 BadRequestException");
        assertContractsError(raw("GET /%zz?a-garbled-query HTTP/1.1\nHost: localhost\n"), "400 BadRequestException");
        assertContractsError(raw("GET /nothing HTTP/1.1\nHost: localhost\n"), "404 UnknownOperationException");

        assertThat(log.getAll()).doesNotContain("\tat ", "a-garbled", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\nHost: localhost",
                "PUT /contact/chat HTTP/1.1\nHost: localhost\nTransfer-Encoding: unheard-of",
                "PUT /contact/chat HTTP/1.1\nHost: localhost\nContent-Length: 2\nExpect: the-unexpected",
                "CONNECT localhost:80 HTTP/1.1\nHost: localhost:80"
            })
    @Rule("T8")
    void unsupportedProtocolsAreRefusedInJsonWithARequestId(String head) {
        RawHttp.Answer answer = raw(head + "\n");

        assertThat(answer.status()).isBetween(400, 599);
        assertContractsError(answer, answer.status() + " " + answer.header("x-amzn-ErrorType"));
        assertThat(answer.header("x-amzn-ErrorType")).endsWith("Exception");
    }
}
