package org.connectchat.participant.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** StartAttachmentUpload over HTTP. */
class StartAttachmentUploadTest {

    private static final String START = "/participant/start-attachment-upload";
    private final Emulator emulator = Emulator.unthrottled();
    private final Sharer ada = Sharer.customer(emulator);

    @Test
    void startReturnsAnUploadUrl() {
        Answer answer = ada.start("note.pdf", "application/pdf", 5, "t");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("AttachmentId", "UploadMetadata");
        assertThat(answer.text("AttachmentId")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        JsonNode metadata = answer.json().path("UploadMetadata");
        assertThat(metadata.propertyNames()).containsExactlyInAnyOrder("Url", "UrlExpiry", "HeadersToInclude");
        assertThat(metadata.path("Url").asString())
                .matches(emulator.endpoint() + "/attachments/upload/[A-Za-z0-9_-]{32}");
        expiry(metadata, Duration.ofMinutes(5));
        JsonNode headers = metadata.path("HeadersToInclude");
        assertThat(headers.propertyNames()).containsExactlyInAnyOrder("Content-Type", "Content-Disposition");
        assertThat(headers.path("Content-Type").asString()).isEqualTo("application/pdf");
        assertThat(headers.path("Content-Disposition").asString()).isEqualTo("attachment; filename=\"note.pdf\"");
    }

    private static void expiry(JsonNode json, Duration expected) {
        String text = json.path("UrlExpiry").asString();
        assertThat(text).hasSize(24);
        assertThat(Instant.parse(text)).isCloseTo(Instant.now().plus(expected), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void aRepeatedClientTokenOfAParticipantReturnsTheSameUpload() {
        Answer first = ada.start("note.pdf", "application/pdf", 5, "t");

        assertThat(ada.start("note.pdf", "application/pdf", 5, "t").json()).isEqualTo(first.json());
        assertThat(ada.start("other.pdf", "image/png", 6, "t").json()).isEqualTo(first.json());
        assertThat(ada.start("note.pdf", "application/pdf", 5, "u").text("AttachmentId"))
                .isNotEqualTo(first.text("AttachmentId"));
        assertThat(ada.bot().start("note.pdf", "application/pdf", 5, "t").text("AttachmentId"))
                .isNotEqualTo(first.text("AttachmentId"));
        assertThat(Sharer.customer(emulator)
                        .start("note.pdf", "application/pdf", 5, "t")
                        .text("AttachmentId"))
                .isNotEqualTo(first.text("AttachmentId"));
    }

    @Test
    void urlsFollowTheProxyOfTheCaller() {
        Answer start = emulator.send(
                "POST",
                START,
                BodyPublishers.ofString("""
                        {"AttachmentName": "a.pdf", "ContentType": "application/pdf", "AttachmentSizeInBytes": 5,
                         "ClientToken": "t"}"""),
                "X-Amz-Bearer",
                ada.connectionToken(),
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "chat.example.test");

        assertThat(start.json().path("UploadMetadata").path("Url").asString())
                .startsWith("https://chat.example.test/attachments/upload/");
    }

    @Test
    void urlsStandOnThePublicUrl() {
        Sharer customer = Sharer.customer(Emulator.with("emulator.public-url=https://chat.example.test/base/"));

        assertThat(customer.start("a.pdf", "application/pdf", 5, "t")
                        .json()
                        .path("UploadMetadata")
                        .path("Url")
                        .asString())
                .startsWith("https://chat.example.test/base/attachments/upload/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"ContentType\": null}               | ContentType: is required",
                "{\"ContentType\": \"\"}               | ContentType: length must be 1 to 255 characters, was 0",
                "{\"ContentType\": \"pdf\"}            | ContentType: must be a media type like image/png",
                "{\"ContentType\": \"*/*\"}            | ContentType: must be a media type like image/png",
                "{\"ContentType\": \"a/b\\r\\nX: y\"}  | ContentType: must be a media type like image/png",
                "{\"ContentType\": \"a/b; c=\\\"\\n\\\"\"} | ContentType: must be a media type like image/png",
                "{\"AttachmentSizeInBytes\": null}     | AttachmentSizeInBytes: is required",
                "{\"AttachmentSizeInBytes\": 0}        | AttachmentSizeInBytes: must be 1 to 20971520, was 0",
                "{\"AttachmentSizeInBytes\": -1}       | AttachmentSizeInBytes: must be 1 to 20971520, was -1",
                "{\"AttachmentSizeInBytes\": 20971521} | AttachmentSizeInBytes: must be 1 to 20971520, was 20971521",
                "{\"AttachmentSizeInBytes\": 1.0}      | AttachmentSizeInBytes: must be an integer",
                "{\"AttachmentSizeInBytes\": \"5\"}    | AttachmentSizeInBytes: must be an integer",
                "{\"AttachmentSizeInBytes\": 9223372036854775808} | AttachmentSizeInBytes: must be an integer",
                "{\"AttachmentName\": null}            | AttachmentName: is required",
                "{\"AttachmentName\": \"\"}            | AttachmentName: length must be 1 to 256 characters, was 0",
                "{\"AttachmentName\": \"a.exe\"}       | AttachmentName: must end in one of .csv, .doc, .docx, .heic,"
                        + " .jfif, .jpeg, .jpg, .mov, .mp4, .pdf, .png, .ppt, .pptx, .rtf, .txt, .wav, .xls, .xlsx",
                "{\"AttachmentName\": \"pdf\"}         | AttachmentName: must end in one of .csv",
                "{\"ClientToken\": null}               | ClientToken: is required",
                "{\"ClientToken\": \"\"}               | ClientToken: length must be 1 to 500 characters, was 0",
            })
    void startRefusesViolations(String change, String message) {
        String json = merged("""
                {"AttachmentName": "a.pdf", "ContentType": "application/pdf", "AttachmentSizeInBytes": 5,
                 "ClientToken": "t"}""", change);

        refused(ada.call("POST", START, json), message);
    }

    private static void refused(Answer answer, String message) {
        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.text("message")).startsWith(message);
    }

    private static String merged(String json, String change) {
        return json.strip().replaceFirst("}$", "") + "," + change.substring(1);
    }

    @Test
    void startKeepsTheLengthsOfTheModel() {
        String longest = "é".repeat(252) + ".pdf";
        String type = "application/" + "x".repeat(243);
        String token = "t".repeat(500);

        assertThat(ada.start(longest, type, 20_971_520, token).status()).isEqualTo(200);
        refused(
                ada.start("e" + longest, type, 5, token),
                "AttachmentName: length must be 1 to 256 characters, was 257");
        refused(ada.start("a.pdf", type + "x", 5, token), "ContentType: length must be 1 to 255 characters, was 256");
        refused(ada.start("a.pdf", type, 5, token + "t"), "ClientToken: length must be 1 to 500 characters, was 501");
    }

    @Test
    void startNamesEveryViolation() {
        refused(
                ada.call("POST", START, "{}"),
                "ContentType: is required; AttachmentSizeInBytes: is required; AttachmentName: is required;"
                        + " ClientToken: is required");
    }

    @Test
    void theLimitsAreSettings() {
        Sharer customer = Sharer.customer(Emulator.with(
                "emulator.attachments.max-size=10B",
                "emulator.attachments.extensions=.ABC",
                "emulator.attachments.max-per-chat=1"));

        refused(customer.start("a.abc", "a/b", 11, "t"), "AttachmentSizeInBytes: must be 1 to 10, was 11");
        refused(customer.start("a.pdf", "a/b", 5, "t"), "AttachmentName: must end in one of .abc");
        assertThat(customer.start("a.abc", "a/b", 10, "t").status()).isEqualTo(200);
        assertThat(customer.start("b.abc", "a/b", 10, "u").outcome()).isEqualTo("402 ServiceQuotaExceededException");
    }

    @Test
    void aChatHas35Attachments() {
        IntStream.range(0, 35)
                .forEach(i -> assertThat(ada.start("a.pdf", "a/b", 5, "t" + i).status())
                        .isEqualTo(200));

        Answer oneMore = ada.start("a.pdf", "a/b", 5, "one more");

        assertThat(oneMore.outcome()).isEqualTo("402 ServiceQuotaExceededException");
        assertThat(oneMore.text("message")).isEqualTo("This chat has all of the 35 attachments it may have");
        assertThat(ada.start("a.pdf", "a/b", 5, "t0").status()).isEqualTo(200);
        assertThat(Sharer.customer(emulator).start("a.pdf", "a/b", 5, "t").status())
                .isEqualTo(200);
    }
}
