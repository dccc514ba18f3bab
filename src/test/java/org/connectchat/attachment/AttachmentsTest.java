package org.connectchat.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The transfer of bytes and the life of the files, over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class AttachmentsTest {

    private static final byte[] FIVE = "%PDF!".getBytes(UTF_8);

    private final Emulator emulator = Emulator.unthrottled().loggingCalls();

    @Test
    void fiveMegabytesMakeTheRoundTrip() throws Exception {
        byte[] bytes = new byte[5_000_000];
        new Random(1).nextBytes(bytes);
        Sharer ada = Sharer.customer(emulator);
        String attachmentId = ada.shared("scan.pdf", bytes);

        HttpResponse<byte[]> download = download(ada.downloadPath(attachmentId));

        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(Arrays.equals(download.body(), bytes)).isTrue();
        assertThat(download.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(download.headers().firstValueAsLong("Content-Length")).hasValue(5_000_000);
        assertThat(download.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"scan.pdf\"");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(download.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    private HttpResponse<byte[]> download(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(emulator.uri(path)).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void headTellsWhatGetWouldBring() {
        Sharer ada = Sharer.customer(emulator);

        Answer head = emulator.send("HEAD", ada.downloadPath(ada.shared("scan.pdf", FIVE)), null);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("5");
        assertThat(head.header("Content-Type")).isEqualTo("application/pdf");
    }

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
    void aBodyFarTooLargeStillGetsItsAnswer() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);

        assertThat(error(ada.put(slot, new byte[20_000_000]))).isEqualTo("400 EntityTooLarge");
    }

    @Test
    void aSenderWhoAsksFirstNeedNotSendWhatIsRefused() throws Exception {
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

    @ParameterizedTest
    @CsvSource({
        "GET,    /attachments/upload/x,   PUT",
        "HEAD,   /attachments/upload/x,   PUT",
        "POST,   /attachments/upload/x,   PUT",
        "DELETE, /attachments/upload/x,   PUT",
        "PUT,    /attachments/download/x, 'GET, HEAD'",
        "POST,   /attachments/download/x, 'GET, HEAD'",
    })
    void otherMethodsAreNotAllowed(String method, String path, String allowed) {
        Answer answer = emulator.send(method, path, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.body()).doesNotContainIgnoringCase("html");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /attachments/upload/",
        "PUT, /attachments/upload/a/b",
        "PUT, /attachments/upload/%2e%2e%2fx",
        "GET, /attachments/download/",
        "GET, /attachments/download/..%2f..%2fetc%2fpasswd",
    })
    void inventedHandlesOpenNothing(String method, String path) {
        assertThat(error(emulator.send(method, path, BodyPublishers.noBody()))).isEqualTo("403 AccessDenied");
    }

    @Test
    void handlesOfOneKindAreNotOfTheOther() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);
        String download = ada.downloadPath(ada.shared("other.pdf", FIVE));

        assertThat(error(emulator.send("GET", slot.path().replace("upload", "download"), null)))
                .isEqualTo("403 AccessDenied");
        assertThat(error(
                        emulator.send("PUT", download.replace("download", "upload"), BodyPublishers.ofByteArray(FIVE))))
                .isEqualTo("403 AccessDenied");
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

    @Test
    void urlsEndWithTheirChat() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("scan.pdf", 5);
        String download = ada.downloadPath(ada.shared("other.pdf", FIVE));
        assertThat(emulator.send("GET", download, null).status()).isEqualTo(200);

        ada.leave();

        assertThat(error(ada.put(slot, FIVE))).isEqualTo("403 AccessDenied");
        assertThat(error(emulator.send("GET", download, null))).isEqualTo("403 AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({
        "Résumé 2026.pdf, \"R_sum_ 2026.pdf\"; filename*=UTF-8''R%C3%A9sum%C3%A9%202026.pdf",
        "日本.pdf,         \"__.pdf\"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf",
        "../../x.pdf,     \".._.._x.pdf\"; filename*=UTF-8''.._.._x.pdf",
        "a%20b.pdf,       \"a_20b.pdf\"; filename*=UTF-8''a%2520b.pdf",
    })
    void aFileNameIsSafeInTheHeader(String name, String expected) {
        Sharer ada = Sharer.customer(emulator);

        Answer answer = emulator.send("GET", ada.downloadPath(ada.shared(name, FIVE)), null);

        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=" + expected);
    }

    @Test
    void aContentTypeComesBackAsItWasAnnounced() {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = Slot.of(
                ada.start("a.txt", "text/plain; charset=ISO-8859-1", 5, "t").json());
        ada.put(slot, FIVE);
        ada.complete(slot.attachmentId(), "c");

        Answer answer = emulator.send("GET", ada.downloadPath(slot.attachmentId()), null);

        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("text/plain; charset=ISO-8859-1");
    }

    @Test
    void uploadsAtOnceLeaveOneWholeFile(@TempDir Path parent) {
        try (Emulator own = Emulator.own("emulator.attachments.folder=" + parent)) {
            Sharer ada = Sharer.customer(own);
            Slot slot = ada.announced("scan.pdf", 1_000_000);

            List<Answer> uploads = Simultaneously.call(8, number -> {
                byte[] bytes = new byte[1_000_000];
                Arrays.fill(bytes, (byte) ('a' + number));
                return ada.put(slot, bytes);
            });

            assertThat(uploads).allMatch(answer -> answer.status() == 200);
            ada.complete(slot.attachmentId(), "c");

            String body =
                    own.send("GET", ada.downloadPath(slot.attachmentId()), null).body();
            assertThat(body).hasSize(1_000_000);
            assertThat(body.chars().distinct().count()).isEqualTo(1);
            await().until(() -> files(parent).size() == 1);
        }
    }

    @Test
    void theFolderComesWithTheFirstUploadAndGoesWithTheEmulator(@TempDir Path parent) {
        try (Emulator own = Emulator.own("emulator.attachments.folder=" + parent)) {
            Sharer ada = Sharer.customer(own);
            Slot slot = ada.announced("scan.pdf", 5);
            assertThat(parent).isEmptyDirectory();

            ada.put(slot, "123".getBytes(UTF_8));
            assertThat(parent).isEmptyDirectory();
            ada.put(slot, chunked("123"));
            assertThat(files(parent)).isEmpty();
            ada.put(slot, FIVE);
            assertThat(files(parent))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(FIVE));
            ada.shared("other.pdf", FIVE);
            assertThat(files(parent)).hasSize(2);
        }
        assertThat(parent).isEmptyDirectory();
    }

    private static List<Path> files(Path parent) {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        } catch (IOException e) {
            return List.of(); // a file went while we were looking; whoever waits looks again
        }
    }

    @Test
    void whatWasNotCompletedGoesWithItsChatAndTheRestWhenItIsForgotten(@TempDir Path parent) {
        try (Emulator own =
                Emulator.own("emulator.attachments.folder=" + parent, "emulator.chat.retained-contacts=1")) {
            Sharer ada = Sharer.customer(own);
            ada.put(ada.announced("scan.pdf", 5), FIVE);
            ada.shared("other.pdf", "other".getBytes(UTF_8));
            assertThat(files(parent)).hasSize(2);

            ada.leave();
            await().untilAsserted(() -> assertThat(files(parent))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("other")));

            Sharer.customer(own).leave();
            await().until(() -> files(parent).isEmpty());
        }
    }

    @Test
    void aSenderWhoGoesAwayLeavesNothingBehind(@TempDir Path parent, CapturedOutput output) throws Exception {
        try (Emulator own = Emulator.own("emulator.attachments.folder=" + parent)) {
            Sharer ada = Sharer.customer(own);
            Slot slot = ada.announced("scan.pdf", 1_000_000);
            try (Socket socket = new Socket("localhost", own.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("PUT " + slot.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n"
                                + slot.headerLines() + "\r\n")
                        .getBytes(UTF_8));
                out.write(new byte[500_000]);
                out.flush();
            }

            // What has not come in full has no name in the folder, so that even a killed process leaves nothing of it.
            await().until(() -> output.getAll().contains("400/IncompleteBody"));
            assertThat(files(parent)).isEmpty();
            assertThat(ada.put(slot, new byte[1_000_000]).status()).isEqualTo(200);
            assertThat(output.getAll()).doesNotContain("ERROR");
        }
    }

    @Test
    void nothingSecretIsLogged(CapturedOutput output) {
        Sharer ada = Sharer.customer(emulator);
        Slot slot = ada.announced("private-name.pdf", 5);
        ada.put(slot, FIVE);
        ada.complete(slot.attachmentId(), "c");
        String download = ada.downloadPath(slot.attachmentId());
        emulator.send("GET", download, null);

        await().until(() -> output.getAll().contains("operation=DownloadAttachment contact=" + ada.contactId()));
        assertThat(output.getAll())
                .contains("operation=UploadAttachment contact=" + ada.contactId() + " outcome=200 requestId=")
                .doesNotContain("private-name")
                .doesNotContain(slot.path().substring(AttachmentPaths.UPLOAD.length()))
                .doesNotContain(download.substring(AttachmentPaths.DOWNLOAD.length()));
    }

    /** Status and code, as in {@code "403 AccessDenied"}. */
    private static String error(Answer answer) {
        String body = answer.body();
        int start = body.indexOf("<Code>") + "<Code>".length();
        int end = body.indexOf("</Code>");
        return answer.status() + " " + (end < 0 ? body : body.substring(start, end));
    }
}
