package org.connectchat.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Uploads over HTTP, and what is refused. */
@ExtendWith(OutputCaptureExtension.class)
class UploadTest {

    private static final byte[] FIVE = "%PDF!".getBytes(UTF_8);
    private final Emulator emulator = Emulator.unthrottled().loggingCalls();

    @Test
    void aBodyOfUnannouncedLengthIsCounted() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);

        assertThat(error(ada.put(slot, chunked("1234")))).isEqualTo("400 EntityTooSmall");
        assertThat(error(ada.put(slot, chunked("123456")))).isEqualTo("400 EntityTooLarge");
        assertThat(ada.put(slot, chunked("12345")).status()).isEqualTo(200);
    }

    private static HttpRequest.BodyPublisher chunked(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void aBodyOfAWrongSizeIsRefusedAndMayBeSentAgain() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);

        Answer tooLarge = ada.put(slot, "123456".getBytes(UTF_8));
        Answer tooSmall = ada.put(slot, "1234".getBytes(UTF_8));
        Answer none = ada.put(slot, new byte[0]);

        assertThat(error(tooLarge)).isEqualTo("400 EntityTooLarge");
        assertThat(error(tooSmall)).isEqualTo("400 EntityTooSmall");
        assertThat(error(none)).isEqualTo("400 EntityTooSmall");
        assertThat(ada.complete(slot.attachmentId(), "c").outcome()).isEqualTo("400 ValidationException");
        assertThat(ada.put(slot, FIVE).status()).isEqualTo(200);
        assertThat(ada.complete(slot.attachmentId(), "c").status()).isEqualTo(200);
    }

    @Test
    void errorsAreThoseOfS3AndNameTheRequest() {
        Answer answer = emulator.send("PUT", "/attachments/upload/invented", BodyPublishers.ofString("12345"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.body()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>AccessDenied</Code>\
                <Message>This URL is unknown or has expired, or its chat is over</Message>\
                <RequestId>%s</RequestId></Error>""".formatted(answer.header("x-amzn-RequestId")));
    }

    @Test
    void aBodyFarTooLargeStillGetsItsResponse() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);

        assertThat(error(ada.put(slot, new byte[20_000_000]))).isEqualTo("400 EntityTooLarge");
    }

    @Test
    void aClientThatAsksFirstNeedNotSendARefusedBody() throws Exception {
        Slot slot = Sharer.customer(emulator).announced("scan.pdf", 5);

        assertThat(askingFirst(slot, 6)).startsWith("HTTP/1.1 400 ").contains("<Code>EntityTooLarge</Code>");
        assertThat(askingFirst(slot, 5)).isEqualTo("HTTP/1.1 100 \r\n\r\n");
    }

    /** What comes before a body is sent: the whole answer until the connection closes, or leave to send it. */
    private String askingFirst(Slot slot, int length) throws IOException {
        try (Socket socket = new Socket("localhost", emulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("PUT " + slot.path() + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                                    + slot.headerLines() + "Content-Length: " + length + "\r\n\r\n")
                            .getBytes(UTF_8));
            StringBuilder answer = new StringBuilder();
            int next = socket.getInputStream().read();
            while (next >= 0) {
                answer.append((char) next);
                if (answer.indexOf("HTTP/1.1 100") == 0 && answer.indexOf("\r\n\r\n") > 0) {
                    break;
                }
                next = socket.getInputStream().read();
            }
            return answer.toString();
        }
    }

    @Test
    void theLastUploadBeforeCompletionCounts() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);
        ada.put(slot, "first".getBytes(UTF_8));
        ada.put(slot, "later".getBytes(UTF_8));
        ada.complete(slot.attachmentId(), "c");

        Answer after = ada.put(slot, "after".getBytes(UTF_8));

        assertThat(error(after)).isEqualTo("403 AccessDenied");
        assertThat(emulator.send("GET", ada.downloadPath(slot.attachmentId()), null)
                        .body())
                .isEqualTo("later");
    }

    @Test
    void aPageMayPutAndGetFromAnyOrigin() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);

        Answer preflight = emulator.send(
                "OPTIONS",
                slot.path(),
                BodyPublishers.noBody(),
                "Origin",
                "http://a.page",
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                "content-disposition,content-type");
        Answer put = emulator.send(
                "PUT",
                slot.path(),
                BodyPublishers.ofByteArray(FIVE),
                "Origin",
                "http://a.page",
                "Content-Type",
                slot.headersToInclude().get("Content-Type"),
                "Content-Disposition",
                slot.headersToInclude().get("Content-Disposition"));

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .containsIgnoringCase("content-disposition")
                .containsIgnoringCase("content-type");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void anExpiredUploadUrlOpensNothing() {
        Sharer ada = Sharer.customer(Emulator.with("emulator.attachments.upload-url-lifetime=1ms"));
        Slot slot = ada.announced("scan.pdf", 5);

        await().until(() -> error(ada.put(slot, FIVE)).equals("403 AccessDenied"));

        assertThat(ada.complete(slot.attachmentId(), "c").outcome()).isEqualTo("400 ValidationException");
    }

    /** Status and code, as in {@code "403 AccessDenied"}. */
    private static String error(Answer answer) {
        String body = answer.body();
        int start = body.indexOf("<Code>") + "<Code>".length();
        int end = body.indexOf("</Code>");
        return answer.status() + " " + (end < 0 ? body : body.substring(start, end));
    }
}
