package org.connectchat.participant.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** GetAttachment over HTTP, and who may read which file. */
class GetAttachmentTest {

    private static final String START = "/participant/start-attachment-upload";
    private static final String COMPLETE = "/participant/complete-attachment-upload";
    private static final String GET = "/participant/attachment";
    private static final byte[] FIVE = "%PDF!".getBytes(UTF_8);
    private final Emulator emulator = Emulator.unthrottled();
    private final Sharer ada = Sharer.customer(emulator);

    private static void expiry(JsonNode json, Duration expected) {
        String text = json.path("UrlExpiry").asString();
        assertThat(text).hasSize(24);
        assertThat(Instant.parse(text)).isCloseTo(Instant.now().plus(expected), within(5, ChronoUnit.SECONDS));
    }

    private static void refused(Answer answer, String message) {
        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.text("message")).startsWith(message);
    }

    @Test
    void getReturnsADownloadUrl() {
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
        assertThat(answer.body()).isEqualTo("{\"message\":\"Access denied\",\"__type\":\"AccessDeniedException\"}");
    }
}
