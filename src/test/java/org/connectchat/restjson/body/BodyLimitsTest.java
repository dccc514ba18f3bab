package org.connectchat.restjson.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that a body is neither too large nor too deep: it is refused early, and nothing grows or overflows. */
class BodyLimitsTest {

    private static final int MEBIBYTE = 1_048_576;
    private static final String TOO_LARGE = "413 RequestEntityTooLargeException";
    private static final int DEPTH = 100_000;

    private static final String HEAD = """
            PUT /contact/chat HTTP/1.1
            Host: localhost
            Content-Type: application/json
            """.replace("\n", "\r\n");

    private static Emulator withOneKibibyte() {
        return Emulator.with("emulator.throttling.enabled=false", "emulator.max-request-size=1KB");
    }

    private static byte[] startOfSize(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        byte[] start = Emulator.SMALLEST_START.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, body, 0, start.length);
        return body;
    }

    private static Answer send(Emulator emulator, BodyPublisher body) {
        return emulator.send("PUT", "/contact/chat", body, "Content-Type", "application/json");
    }

    private static BodyPublisher announced(byte[] body) {
        return BodyPublishers.ofByteArray(body);
    }

    /** Without a length, so it travels in chunks. */
    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body));
    }

    @Test
    @Rule("T5")
    void aBodyOfOneMebibyteIsFine() {
        assertThat(send(Emulator.unthrottled(), announced(startOfSize(MEBIBYTE)))
                        .outcome())
                .isEqualTo("200");
        assertThat(send(Emulator.unthrottled(), chunked(startOfSize(MEBIBYTE))).outcome())
                .isEqualTo("200");
    }

    @Test
    @Rule("T5")
    void aBodyOfOneByteMoreIsTooLarge() {
        Answer announced = send(Emulator.unthrottled(), announced(startOfSize(MEBIBYTE + 1)));
        Answer chunked = send(Emulator.unthrottled(), chunked(startOfSize(MEBIBYTE + 1)));

        assertThat(announced.outcome()).isEqualTo(TOO_LARGE);
        assertThat(chunked.outcome()).isEqualTo(TOO_LARGE);
        assertThat(announced.message()).contains("1048576").isEqualTo(chunked.message());
    }

    @Test
    @Rule("T5")
    void theLimitIsASetting() {
        assertThat(send(withOneKibibyte(), announced(startOfSize(1_024))).outcome())
                .isEqualTo("200");
        assertThat(send(withOneKibibyte(), chunked(startOfSize(1_024))).outcome())
                .isEqualTo("200");
        assertThat(send(withOneKibibyte(), announced(startOfSize(1_025))).outcome())
                .isEqualTo(TOO_LARGE);
        assertThat(send(withOneKibibyte(), chunked(startOfSize(1_025))).outcome())
                .isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact/chat", "/contact/stop", "/contact/attributes"})
    @Rule("T5")
    void everyOperationHasTheLimit(String path) {
        assertThat(withOneKibibyte()
                        .send("POST", path, announced(startOfSize(1_025)), "Content-Type", "application/json")
                        .outcome())
                .isEqualTo(TOO_LARGE);
    }

    @Test
    @Rule("T5")
    void theWidgetIsToldInItsOwnEnvelope() {
        Answer answer = withOneKibibyte().send("POST", "/start-chat", announced(startOfSize(1_025)));

        assertThat(answer.outcome()).isEqualTo(TOO_LARGE);
        assertThat(answer.json().at("/data/Error/statusCode").asInt()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1048577", "104857600", "4294967297", "9223372036854775807"})
    @Rule("T5")
    void anAnnouncedBodyIsRefusedBeforeAnyOfItIsSent(String length) {
        try (RawHttp client = new RawHttp(Emulator.unthrottled())) {
            client.send(HEAD + "Content-Length: " + length + "\r\n\r\n");

            assertThat(client.answer().outcome()).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    @Rule("T5")
    void aClientThatAsksFirstIsToldNotToSend() {
        try (RawHttp client = new RawHttp(Emulator.unthrottled())) {
            client.send(HEAD + "Expect: 100-continue\r\nContent-Length: 104857600\r\n\r\n");

            assertThat(client.answer().outcome()).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    @Rule("T5")
    void aClientThatAsksFirstMaySendWhatIsNotTooLarge() {
        try (RawHttp client = new RawHttp(Emulator.unthrottled())) {
            client.send(HEAD + "Expect: 100-continue\r\nContent-Length: " + MEBIBYTE + "\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(100);

            client.send(startOfSize(MEBIBYTE));
            assertThat(client.answer().outcome()).isEqualTo("200");
        }
    }

    @Test
    @Rule("T5")
    void aBodyInChunksIsRefusedBeforeItsEnd() {
        try (RawHttp client = new RawHttp(Emulator.unthrottled())) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 16; i++) {
                client.send("10000\r\n").send(new byte[65_536]).send("\r\n");
            }
            client.send("1\r\nx\r\n");

            assertThat(client.answer().outcome()).isEqualTo(TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("T5")
    void aHundredMebibytesAreRefusedAndTheMemoryDoesNotGrow(boolean announced) {
        long before = heapInUse();
        GeneratedBody body = new GeneratedBody(100L * MEBIBYTE);
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> body);

        Answer answer = send(
                Emulator.unthrottled(), announced ? BodyPublishers.fromPublisher(stream, 100L * MEBIBYTE) : stream);

        assertThat(answer.outcome()).isEqualTo(TOO_LARGE);
        assertThat(Math.max(body.mostHeapInUse, heapInUse()) - before).isLessThan(32L * MEBIBYTE);
        assertThat(Emulator.unthrottled().start(Emulator.SMALLEST_START).outcome())
                .isEqualTo("200");
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A text without end in an unknown member; it looks at the heap as often as 16 MiB of it have been taken. */
    private static final class GeneratedBody extends InputStream {

        private static final byte[] START = "{\"Unknown\": \"".getBytes(StandardCharsets.UTF_8);

        private final long size;
        private long sent;
        private volatile long mostHeapInUse;

        GeneratedBody(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("One byte at a time takes too long");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (sent == size) {
                return -1;
            }
            int count = (int) Math.min(length, size - sent);
            Arrays.fill(target, offset, offset + count, (byte) 'x');
            if (sent == 0) {
                System.arraycopy(START, 0, target, offset, Math.min(START.length, count));
            }
            if (sent / (16L * MEBIBYTE) < (sent + count) / (16L * MEBIBYTE)) {
                mostHeapInUse = Math.max(mostHeapInUse, heapInUse());
            }
            sent += count;
            return count;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Unknown\": |[|]|}",
                "{\"Unknown\": |{\"a\": |}|}",
                "{\"SegmentAttributes\": {\"a\": |{\"ValueMap\": {\"b\": |}}|}}",
                "{\"SegmentAttributes\": {\"connect:a\": |{\"ValueList\": [|]}|}}",
                "{\"InstanceId\": |[|]|}",
                "''|[|]|''",
                "''|{\"InitialMessage\": |}|''"
            })
    @Rule("T6")
    void aBodyOfAHundredThousandLevelsIsAnInvalidRequest(String before, String open, String close, String after) {
        String whole = before + open.repeat(DEPTH) + "1" + close.repeat(DEPTH) + after;
        String cutOff = before + open.repeat(DEPTH);

        for (String body : new String[] {whole, cutOff}) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            for (String path : new String[] {"/contact/chat", "/contact/stop", "/contact/attributes", "/start-chat"}) {
                Answer answer = deep().send("POST", path, announced(bytes), "Content-Type", "application/json");
                assertThat(answer.outcome()).as(answer.toString()).isEqualTo("400 InvalidRequestException");
            }
        }
    }

    private static Emulator deep() {
        return Emulator.with("emulator.throttling.enabled=false", "emulator.max-request-size=8MB");
    }

    @Test
    @Rule("T6")
    void aBodyOfSomeLevelsIsFine() {
        String start = Emulator.SMALLEST_START.substring(0, Emulator.SMALLEST_START.length() - 1);
        String deep = "{\"ValueMap\": {\"a\": ".repeat(40) + "{\"ValueInteger\": 1}" + "}}".repeat(40);

        assertThat(Emulator.unthrottled()
                        .start(start + ", \"SegmentAttributes\": {\"a\": " + deep + "}}")
                        .outcome())
                .isEqualTo("200");
        assertThat(Emulator.unthrottled()
                        .start(start + ", \"Unknown\": " + "[".repeat(100) + "]".repeat(100) + "}")
                        .outcome())
                .isEqualTo("200");
    }
}
