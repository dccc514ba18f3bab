package org.connectchat.participant.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** CompleteAttachmentUpload over HTTP. */
class CompleteAttachmentUploadTest {

    private static final String COMPLETE = "/participant/complete-attachment-upload";
    private static final byte[] FIVE = "%PDF!".getBytes(UTF_8);
    private final Emulator emulator = Emulator.unthrottled();
    private final Sharer ada = Sharer.customer(emulator);

    private static void refused(Answer answer, String message) {
        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.text("message")).startsWith(message);
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
    void onlyOneOfTwoThreadsCompletes() {
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
    void completionRefusesViolations(String json, String message) {
        refused(ada.call("POST", COMPLETE, json), message);
    }

    @Test
    void onlyTheParticipantThatAnnouncedAFileCompletesIt() {
        Sharer bot = ada.bot();
        Slot slot = bot.announced("a.pdf", 5);
        bot.put(slot, FIVE);

        assertThat(ada.complete(slot.attachmentId(), "c").outcome()).isEqualTo("400 ValidationException");
        assertThat(bot.complete(slot.attachmentId(), "c").status()).isEqualTo(200);
    }
}
