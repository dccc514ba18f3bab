package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows over HTTP how a chat continues or refers to an earlier one, and how it is refused. */
class PersistentChatTest {

    private final Emulator emulator = Emulator.unthrottled();

    @ParameterizedTest
    @ValueSource(strings = {"ENTIRE_PAST_SESSION", "FROM_SEGMENT"})
    @Rule("B7")
    void thePersistentChatIsASessionOfItsOwnRelatedToItsSource(String type) {
        String source = ended(start("{}"));

        Answer answer = continued(type, source);

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.text("ContinuedFromContactId")).isEqualTo(source);
        var contact = emulator.describe("an-instance", answer.text("ContactId"))
                .json()
                .path("Contact");
        assertThat(contact.path("RelatedContactId").asString()).isEqualTo(source);
        assertThat(contact.path("InitialContactId").asString()).isEqualTo(answer.text("ContactId"));
        assertThat(contact.path("ContactAssociationId").asString()).isEqualTo(source);
        assertThat(contact.has("PreviousContactId")).isFalse();
        assertThat(contact.path("InitiationMethod").asString()).isEqualTo("API");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTIRE_PAST_SESSION", "FROM_SEGMENT"})
    @Rule("B8")
    void anUnknownSourceIsNotFound(String type) {
        Answer answer = continued(type, "nobody");

        assertThat(answer.outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(answer.message()).contains("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTIRE_PAST_SESSION", "FROM_SEGMENT"})
    @Rule("B8")
    void aSourceOfAnotherInstanceIsNotFound(String type) {
        String foreign = emulator.started("""
                {"InstanceId": "another-instance", "ContactFlowId": "f", "ParticipantDetails": {"DisplayName": "Ada"}}""");
        emulator.stop("another-instance", foreign);

        assertThat(continued(type, foreign).outcome()).isEqualTo("404 ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTIRE_PAST_SESSION", "FROM_SEGMENT"})
    @Rule("B8")
    void aSourceThatIsStillActiveIsAnInvalidRequest(String type) {
        String active = start("{}");

        Answer answer = continued(type, active);

        assertThat(answer.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(answer.message()).contains(active).contains("active");
        assertThat(answer.json().has("ContactId")).isFalse();
    }

    @Test
    @Rule("B9")
    void aRelatedChatBeginsWithACopyOfTheAttributes() {
        String related = start("""
                {"language": "en", "tier": "gold"}""");

        Answer answer = emulator.start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "RelatedContactId": "%s", "Attributes": {"tier": "silver"}}""".formatted(related));

        String id = answer.text("ContactId");
        assertThat(emulator.attributes("an-instance", id).json()).isEqualTo(JsonText.of("""
                {"Attributes": {"language": "en", "tier": "silver"}}"""));
        assertThat(emulator.describe("an-instance", id)
                        .json()
                        .path("Contact")
                        .path("RelatedContactId")
                        .asString())
                .isEqualTo(related);
    }

    @Test
    @Rule("B9")
    void anUnknownRelatedContactIsNotFound() {
        Answer answer = emulator.start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "RelatedContactId": "nobody"}""");

        assertThat(answer.outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(answer.message()).contains("nobody");
    }

    @Test
    @Rule({"B9", "I7"})
    void theCopiedAttributesCountForTheLimit() {
        String related = start("""
                {"big": "%s"}""".formatted("x".repeat(32_700)));

        Answer answer = emulator.start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "RelatedContactId": "%s", "Attributes": {"own": "%s"}}""".formatted(related, "y".repeat(63)));

        assertThat(answer.outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(answer.message()).contains("Attributes").contains("32768");
    }

    private String start(String attributes) {
        return emulator.started("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "Attributes": %s}""".formatted(attributes));
    }

    private String ended(String contactId) {
        emulator.stop("an-instance", contactId);
        return contactId;
    }

    private Answer continued(String type, String source) {
        return emulator.start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "PersistentChat": {"RehydrationType": "%s", "SourceContactId": "%s"}}""".formatted(type, source));
    }
}
