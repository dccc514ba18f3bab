package org.connectchat.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Random;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Downloads over HTTP, and the URLs of both directions. */
@ExtendWith(OutputCaptureExtension.class)
class DownloadTest {

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
    void headHasTheHeadersOfGet() {
        Sharer ada = Sharer.customer(emulator);

        Answer head = emulator.send("HEAD", ada.downloadPath(ada.shared("scan.pdf", FIVE)), null);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("5");
        assertThat(head.header("Content-Type")).isEqualTo("application/pdf");
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
