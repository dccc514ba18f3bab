package org.connectchat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that an upload URL takes the bytes only with the headers that StartAttachmentUpload gave with it. */
class SignedHeadersTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final byte[] FIVE = {1, 2, 3, 4, 5};
    private static final String TYPE = "application/pdf";
    private static final String DISPOSITION = "attachment; filename=\"scan.pdf\"";

    private Sharer ada;
    private Slot slot;

    @BeforeEach
    void anAnnouncedFile() {
        ada = Sharer.customer(EMULATOR);
        slot = ada.announced("scan.pdf", FIVE.length);
    }

    private Answer put(String... headers) {
        return EMULATOR.send("PUT", slot.path(), BodyPublishers.ofByteArray(FIVE), headers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/png                      | attachment; filename="scan.pdf"
            application/pdf; charset=UTF-8 | attachment; filename="scan.pdf"
            Application/PDF                | attachment; filename="scan.pdf"
            application/octet-stream       | attachment; filename="scan.pdf"
                                           | attachment; filename="scan.pdf"
            application/pdf                | attachment; filename="other.pdf"
            application/pdf                | attachment
            application/pdf                |
                                           |
            """)
    @Rule("P46")
    void aHeaderThatDiffersOrIsMissingIsSignatureDoesNotMatch(String type, String disposition) {
        List<String> headers = new ArrayList<>(List.of("X-Other", "x"));
        Map<String, String> given = new TreeMap<>();
        if (type != null) {
            given.put("Content-Type", type);
        }
        if (disposition != null) {
            given.put("Content-Disposition", disposition);
        }
        given.forEach((name, value) -> headers.addAll(List.of(name, value)));

        Answer answer = put(headers.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>");
        assertThat(ada.complete(slot.attachmentId(), "c").outcome()).isEqualTo("400 ValidationException");
        assertThat(ada.transcript()).isEmpty();
    }

    @Test
    @Rule("P46")
    void theRightHeadersWorkAfterWrongOnes() {
        assertThat(put("Content-Type", "text/plain").status()).isEqualTo(403);

        assertThat(put("Content-Type", TYPE, "Content-Disposition", DISPOSITION).status())
                .isEqualTo(200);
        assertThat(put("Content-Type", "text/plain").status()).isEqualTo(403);

        assertThat(ada.complete(slot.attachmentId(), "c").status()).isEqualTo(200);
    }

    @Test
    @Rule("P46")
    void otherHeadersAndSpacesAroundTheValuesDoNotMatter() {
        Answer answer = put(
                "content-type",
                "  application/pdf ",
                "CONTENT-DISPOSITION",
                "attachment;   filename=\"scan.pdf\"",
                "x-amz-acl",
                "bucket-owner-full-control",
                "Accept-Language",
                "eo");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ada.complete(slot.attachmentId(), "c").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Résumé 2026.pdf", "日本.pdf", "100%.pdf", "naïve \uD83D\uDE00.pdf", "a  b.pdf"})
    @Rule("P46")
    void theHeadersOfAnyFileNameCanBeSent(String name) {
        assertThat(ada.shared(name, FIVE)).isNotEmpty();

        assertThat(ada.transcript().get(0).at("/Attachments/0/AttachmentName").asString())
                .isEqualTo(name);
    }

    @Test
    @Rule("P46")
    void aNameTooLongForItsHeaderIsLeftOutOfIt() {
        ada.shared("\u65e5".repeat(200) + ".pdf", FIVE);

        assertThat(ada.attachmentsInTranscript()).hasSize(1);
    }
}
