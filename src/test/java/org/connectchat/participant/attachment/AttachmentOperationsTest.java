package org.connectchat.participant.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** StartAttachmentUpload, CompleteAttachmentUpload and GetAttachment over HTTP. */
class AttachmentOperationsTest {

    private static final String START = "/participant/start-attachment-upload";
    private static final String COMPLETE = "/participant/complete-attachment-upload";
    private static final String GET = "/participant/attachment";
    private static final byte[] FIVE = "%PDF!".getBytes(UTF_8);

    private final Emulator emulator = Emulator.unthrottled();
    private final Sharer ada = Sharer.customer(emulator);

    @Test
    void startSaysWhereToPutTheBytes() {
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
    void startAnswersAClientTokenOfAParticipantTheSameAgain() {
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
    void startRefusesWhatBreaksARule(String change, String message) {
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
    void startNamesEverythingThatIsWrong() {
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

    @Test
    void completionPutsTheFileIntoTheConversation() {
        Slot slot = ada.announced("Rechnung für Ada.pdf", 5);
        ada.put(slot, FIVE);

        Answer answer = ada.complete(slot.attachmentId(), "c");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(ada.transcript()).singleElement().satisfies(item -> {
            assertThat(item.propertyNames())
                    .containsExactlyInAnyOrder(
                            "AbsoluteTime",
                            "Id",
                            "Type",
                            "ParticipantId",
                            "DisplayName",
                            "ParticipantRole",
                            "Attachments",
                            "ContactId");
            assertThat(item.path("AbsoluteTime").asString()).hasSize(24);
            assertThat(item.path("Type").asString()).isEqualTo("ATTACHMENT");
            assertThat(item.path("ParticipantId").asString()).isEqualTo(ada.participantId());
            assertThat(item.path("DisplayName").asString()).isEqualTo("Ada");
            assertThat(item.path("ParticipantRole").asString()).isEqualTo("CUSTOMER");
            assertThat(item.path("ContactId").asString()).isEqualTo(ada.contactId());
            assertThat(item.path("Attachments")).hasSize(1);
            JsonNode attachment = item.path("Attachments").path(0);
            assertThat(attachment.propertyNames())
                    .containsExactlyInAnyOrder("AttachmentId", "AttachmentName", "ContentType", "Status");
            assertThat(attachment.path("AttachmentId").asString()).isEqualTo(slot.attachmentId());
            assertThat(attachment.path("AttachmentName").asString()).isEqualTo("Rechnung für Ada.pdf");
            assertThat(attachment.path("ContentType").asString()).isEqualTo("application/pdf");
            assertThat(attachment.path("Status").asString()).isEqualTo("APPROVED");
        });
    }

    @Test
    void theInitialMessageComesBeforeAnAttachment() {
        Sharer customer = Sharer.customer(emulator, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "InitialMessage": {"ContentType": "text/plain", "Content": "Here is my scan"}}""");

        customer.shared("scan.pdf", FIVE);

        assertThat(customer.transcript())
                .extracting(item -> item.path("Type").asString())
                .containsExactly("MESSAGE", "ATTACHMENT");
    }

    @Test
    void completionIsOnce() {
        Slot slot = ada.announced("a.pdf", 5);
        ada.put(slot, FIVE);

        assertThat(ada.complete(slot.attachmentId(), "c").status()).isEqualTo(200);
        assertThat(ada.complete(slot.attachmentId(), "c").status()).isEqualTo(200);
        Answer again = ada.complete(slot.attachmentId(), "d");

        assertThat(again.outcome()).isEqualTo("409 ConflictException");
        assertThat(again.text("message")).isEqualTo("Attachment " + slot.attachmentId() + " is completed already");
        assertThat(ada.attachmentsInTranscript()).containsExactly(slot.attachmentId());
    }

    @Test
    void ofTwoThreadsOneCompletes() {
        for (int round = 0; round < 20; round++) {
            Sharer customer = Sharer.customer(emulator);
            Slot slot = customer.announced("a.pdf", 5);
            customer.put(slot, FIVE);

            List<String> outcomes = atOnce(customer, slot.attachmentId(), List.of("c", "d"));

            assertThat(outcomes).containsExactlyInAnyOrder("200", "409 ConflictException");
            assertThat(customer.attachmentsInTranscript()).containsExactly(slot.attachmentId());
        }
    }

    @Test
    void aRetryAtTheSameTimeIsNoConflict() {
        Slot slot = ada.announced("a.pdf", 5);
        ada.put(slot, FIVE);

        assertThat(atOnce(ada, slot.attachmentId(), List.of("c", "c", "c", "c")))
                .containsOnly("200");
        assertThat(ada.attachmentsInTranscript()).containsExactly(slot.attachmentId());
    }

    private static List<String> atOnce(Sharer sharer, String attachmentId, List<String> clientTokens) {
        return Simultaneously.call(
                clientTokens.size(),
                number ->
                        sharer.complete(attachmentId, clientTokens.get(number)).outcome());
    }

    @Test
    void nothingIsCompletedBeforeItsBytesCame() {
        Slot slot = ada.announced("a.pdf", 5);

        refused(ada.complete(slot.attachmentId(), "c"), "Attachment " + slot.attachmentId() + " has not been uploaded");
        assertThat(ada.transcript()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"ClientToken\": \"c\"}                                 | AttachmentIds: is required",
                "{\"AttachmentIds\": [], \"ClientToken\": \"c\"}          |"
                        + " AttachmentIds: must have exactly one element, had 0",
                "{\"AttachmentIds\": [null], \"ClientToken\": \"c\"}      | AttachmentIds[0]: must be a string",
                "{\"AttachmentIds\": [\"a\", \"b\"], \"ClientToken\": \"c\"} |"
                        + " AttachmentIds: must have exactly one element, had 2",
                "{\"AttachmentIds\": \"a\", \"ClientToken\": \"c\"}       | AttachmentIds: must be a list",
                "{\"AttachmentIds\": [\"\"], \"ClientToken\": \"c\"}      |"
                        + " AttachmentIds[0]: length must be 1 to 256 characters, was 0",
                "{\"AttachmentIds\": [\"a\"]}                             | ClientToken: is required",
                "{\"AttachmentIds\": [\"a\"], \"ClientToken\": \"\"}      |"
                        + " ClientToken: length must be 1 to 500 characters, was 0",
                "{\"AttachmentIds\": [\"a\"], \"ClientToken\": \"c\"}     |"
                        + " This chat has no attachment of the AttachmentId that was given",
            })
    void completionRefusesWhatBreaksARule(String json, String message) {
        refused(ada.call("POST", COMPLETE, json), message);
    }

    @Test
    void getSaysWhereToGetTheBytes() {
        String attachmentId = ada.shared("note.pdf", FIVE);

        Answer answer = ada.get(attachmentId);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("Url", "UrlExpiry", "AttachmentSizeInBytes");
        assertThat(answer.text("Url")).matches(emulator.endpoint() + "/attachments/download/[A-Za-z0-9_-]{32}");
        expiry(answer.json(), Duration.ofMinutes(5));
        assertThat(answer.json().path("AttachmentSizeInBytes").isIntegralNumber())
                .isTrue();
        assertThat(answer.json().path("AttachmentSizeInBytes").asLong()).isEqualTo(5);
        assertThat(ada.get(attachmentId).text("Url")).isNotEqualTo(answer.text("Url"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 300})
    void aDownloadUrlLastsAsLongAsWanted(int seconds) {
        Answer answer = get(ada.shared("note.pdf", FIVE), String.valueOf(seconds));

        expiry(answer.json(), Duration.ofSeconds(seconds));
    }

    private Answer get(String attachmentId, String seconds) {
        return ada.call("POST", GET, """
                {"AttachmentId": "%s", "UrlExpiryInSeconds": %s}""".formatted(attachmentId, seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4   | UrlExpiryInSeconds: must be 5 to 300, was 4",
                "301 | UrlExpiryInSeconds: must be 5 to 300, was 301",
                "5.5 | UrlExpiryInSeconds: must be an integer",
            })
    void aDownloadUrlLasts5To300Seconds(String seconds, String message) {
        refused(get("any", seconds), message);
    }

    @Test
    void getNeedsAnAttachmentIdThatStandsInTheTranscript() {
        Slot slot = ada.announced("a.pdf", 5);
        ada.put(slot, FIVE);
        String unknown = "This chat has no attachment of the AttachmentId that was given";

        refused(ada.call("POST", GET, "{}"), "AttachmentId: is required");
        refused(ada.get(""), "AttachmentId: length must be 1 to 256 characters, was 0");
        refused(ada.get("x".repeat(257)), "AttachmentId: length must be 1 to 256 characters, was 257");
        refused(ada.get("invented"), unknown);
        refused(ada.get(slot.attachmentId()), unknown);
    }

    @Test
    void anotherChatsAttachmentsAreUnknown() {
        String completed = ada.shared("a.pdf", FIVE);
        Slot uploaded = ada.announced("b.pdf", 5);
        ada.put(uploaded, FIVE);
        Sharer stranger = Sharer.customer(emulator);

        assertThat(stranger.get(completed).body())
                .isEqualTo(stranger.get("invented").body());
        assertThat(stranger.get(completed).outcome()).isEqualTo("400 ValidationException");
        assertThat(stranger.complete(uploaded.attachmentId(), "c").outcome()).isEqualTo("400 ValidationException");
        assertThat(stranger.transcript()).isEmpty();
        assertThat(ada.complete(uploaded.attachmentId(), "c").status()).isEqualTo(200);
    }

    @Test
    void onlyWhoAnnouncedAFileCompletesIt() {
        Sharer bot = ada.bot();
        Slot slot = bot.announced("a.pdf", 5);
        bot.put(slot, FIVE);

        assertThat(ada.complete(slot.attachmentId(), "c").outcome()).isEqualTo("400 ValidationException");
        assertThat(bot.complete(slot.attachmentId(), "c").status()).isEqualTo(200);
    }

    @Test
    void aBotDoesNotReadTheCustomersFilesButTheCustomerTheBots() {
        Sharer bot = ada.bot();
        String ofAda = ada.shared("a.pdf", FIVE);
        String ofBot = bot.shared("b.pdf", FIVE);

        Answer refused = bot.get(ofAda);

        assertThat(refused.outcome()).isEqualTo("403 AccessDeniedException");
        assertThat(refused.text("message")).isEqualTo("A CUSTOM_BOT may not read the attachments of the customer");
        assertThat(bot.get(ofBot).status()).isEqualTo(200);
        assertThat(emulator.send("GET", ada.downloadPath(ofBot), null).body()).isEqualTo("%PDF!");
    }

    @Test
    void aChatThatContinuesAnotherShowsItsFiles() {
        String attachmentId = ada.shared("a.pdf", FIVE);
        ada.leave();
        Sharer later = Sharer.customer(emulator, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "PersistentChat": {"RehydrationType": "ENTIRE_PAST_SESSION", "SourceContactId": "%s"}}""".formatted(ada.contactId()));

        assertThat(emulator.send("GET", later.downloadPath(attachmentId), null).body())
                .isEqualTo("%PDF!");
        assertThat(later.bot().get(attachmentId).outcome()).isEqualTo("403 AccessDeniedException");
    }

    @ParameterizedTest
    @ValueSource(strings = {START, COMPLETE, GET})
    void everyProblemWithTheTokenIsTheSame(String path) {
        Sharer gone = Sharer.customer(emulator);
        gone.leave();

        denied(gone.call("POST", path, "{}"));
        denied(emulator.send("POST", path, "{}"));
        denied(emulator.send("POST", path, BodyPublishers.ofString("{}"), "X-Amz-Bearer", "invented"));
        Answer chat = emulator.start(Emulator.SMALLEST_START);
        denied(emulator.send(
                "POST", path, BodyPublishers.ofString("{}"), "X-Amz-Bearer", chat.text("ParticipantToken")));
    }

    private static void denied(Answer answer) {
        assertThat(answer.outcome()).isEqualTo("403 AccessDeniedException");
        assertThat(answer.body()).isEqualTo("{\"message\":\"Access denied\"}");
    }
}
