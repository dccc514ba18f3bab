package org.connectchat.connect.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows how a contact is described and stopped. */
class ContactOperationsTest {

    private static final String NOT_FOUND = "404 ResourceNotFoundException";

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule("B10")
    void aDescriptionHasTheValuesOfTheStart() {
        String id = emulator.started("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "CustomerId": "customer-7", "Attributes": {"language": "en"},
                 "SegmentAttributes": {"score": {"ValueInteger": 7},
                   "connect:Things": {"ValueList": [{"ValueString": "one"}, {"ValueMap": {"two": {"ValueInteger": 2}}}]},
                   "connect:Where": {"ValueArn": "arn:aws:s3:::bucket"}}}""");

        JsonNode contact = contact(id);

        assertThat(contact.path("CustomerId").asString()).isEqualTo("customer-7");
        assertThat(contact.path("Attributes")).isEqualTo(JsonText.of("""
                {"language": "en"}"""));
        assertThat(contact.path("SegmentAttributes")).isEqualTo(JsonText.of("""
                {"score": {"ValueInteger": 7},
                 "connect:Things": {"ValueList": [{"ValueString": "one"}, {"ValueMap": {"two": {"ValueInteger": 2}}}]},
                 "connect:Where": {"ValueArn": "arn:aws:s3:::bucket"},
                 "connect:Subtype": {"ValueString": "connect:Chat"}}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect:Chat", "connect:WhatsApp", "Custom"})
    @Rule("B10")
    void aRequestMayNameAnotherSubtype(String subtype) {
        String id = emulator.started("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "SegmentAttributes": {"connect:Subtype": {"ValueString": "%s"}}}""".formatted(subtype));

        assertThat(contact(id)
                        .at("/SegmentAttributes/connect:Subtype/ValueString")
                        .asString())
                .isEqualTo(subtype);
    }

    @Test
    @Rule("B10")
    void aNewContactHasTheseMembersAndNoOther() {
        String id = emulator.started(Emulator.SMALLEST_START);

        JsonNode contact = contact(id);

        assertThat(contact.propertyNames())
                .containsExactlyInAnyOrder(
                        "Arn",
                        "Id",
                        "InitialContactId",
                        "ContactAssociationId",
                        "InitiationMethod",
                        "Channel",
                        "InitiationTimestamp",
                        "LastUpdateTimestamp",
                        "Attributes",
                        "SegmentAttributes");
        assertThat(contact.path("Arn").asString())
                .isEqualTo("arn:aws:connect:us-east-1:000000000000:instance/an-instance/contact/" + id);
        assertThat(contact.path("Id").asString()).isEqualTo(id);
        assertThat(contact.path("InitialContactId").asString()).isEqualTo(id);
        assertThat(contact.path("ContactAssociationId").asString()).isEqualTo(id);
        assertThat(contact.path("InitiationMethod").asString()).isEqualTo("API");
        assertThat(contact.path("Channel").asString()).isEqualTo("CHAT");
        assertThat(contact.path("Attributes")).isEqualTo(JsonText.of("{}"));
    }

    @Test
    void timestampsAreNumbersOfSecondsWithMilliseconds() {
        BigDecimal before = epochSeconds(Instant.now());
        String id = emulator.started(Emulator.SMALLEST_START);
        emulator.stop("an-instance", id);
        BigDecimal after = epochSeconds(Instant.now());

        Answer answer = emulator.describe("an-instance", id);

        for (String member : new String[] {"InitiationTimestamp", "DisconnectTimestamp", "LastUpdateTimestamp"}) {
            assertThat(answer.body()).containsPattern("\"" + member + "\":[0-9]{10}\\.[0-9]{3}[,}]");
            assertThat(answer.json().path("Contact").path(member).decimalValue())
                    .isBetween(before, after);
        }
    }

    @Test
    void theArnIsOfTheConfiguredRegionAndAccount() {
        Emulator elsewhere = Emulator.with("emulator.region=eu-west-2", "emulator.account-id=123456789012");
        String id = elsewhere.started(Emulator.SMALLEST_START);

        assertThat(elsewhere
                        .describe("an-instance", id)
                        .json()
                        .at("/Contact/Arn")
                        .asString())
                .isEqualTo("arn:aws:connect:eu-west-2:123456789012:instance/an-instance/contact/" + id);
    }

    @Test
    void stoppingEndsAChat() {
        String id = emulator.started(Emulator.SMALLEST_START);

        Answer answer = emulator.stop("an-instance", id);

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.json()).isEqualTo(JsonText.of("{}"));
        JsonNode contact = contact(id);
        assertThat(contact.path("DisconnectReason").asString()).isEqualTo("API");
        assertThat(contact.path("LastUpdateTimestamp")).isEqualTo(contact.path("DisconnectTimestamp"));
        assertThat(contact.has("ConnectedToSystemTimestamp")).isFalse();
    }

    @Test
    void stoppingAnEndedChatSucceedsAndChangesNothing() throws InterruptedException {
        String id = emulator.started(Emulator.SMALLEST_START);
        emulator.stop("an-instance", id);
        JsonNode first = contact(id);
        Thread.sleep(5); // so that a second end would have another timestamp

        Answer again = emulator.stop("an-instance", id);

        assertThat(again.outcome()).isEqualTo("200");
        assertThat(again.json()).isEqualTo(JsonText.of("{}"));
        assertThat(contact(id)).isEqualTo(first);
    }

    @Test
    void aReasonGivenToStopContactDoesNotBecomeTheChats() {
        String id = emulator.started(Emulator.SMALLEST_START);

        Answer answer = emulator.send("POST", "/contact/stop", """
                {"InstanceId": "an-instance", "ContactId": "%s", "DisconnectReason": {"Code": "OTHER"}}""".formatted(id));

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(contact(id).path("DisconnectReason").asString()).isEqualTo("API");
    }

    @Test
    void anUnknownContactIsNotFound() {
        assertThat(emulator.stop("an-instance", "nobody").outcome()).isEqualTo(NOT_FOUND);
        assertThat(emulator.describe("an-instance", "nobody").outcome()).isEqualTo(NOT_FOUND);
        assertThat(emulator.attributes("an-instance", "nobody").outcome()).isEqualTo(NOT_FOUND);
        assertThat(update("an-instance", "nobody").outcome()).isEqualTo(NOT_FOUND);
    }

    @Test
    void aContactOfAnotherInstanceIsNotFoundAndStaysAsItIs() {
        String id = emulator.started(Emulator.SMALLEST_START);
        JsonNode before = contact(id);

        assertThat(emulator.stop("another-instance", id).outcome()).isEqualTo(NOT_FOUND);
        assertThat(emulator.describe("another-instance", id).outcome()).isEqualTo(NOT_FOUND);
        assertThat(emulator.attributes("another-instance", id).outcome()).isEqualTo(NOT_FOUND);
        assertThat(update("another-instance", id).outcome()).isEqualTo(NOT_FOUND);

        assertThat(contact(id)).isEqualTo(before);
    }

    @Test
    @Rule("I3")
    void theInstanceMayBeNamedByItsArn() {
        String id = emulator.started(Emulator.SMALLEST_START);
        String arn = "arn:aws:connect:us-east-1:000000000000:instance/an-instance";
        String encoded = arn.replace(":", "%3A").replace("/", "%2F");

        assertThat(update(arn, id).outcome()).isEqualTo("200");
        for (String inPath : new String[] {encoded, encoded.replace("%3A", ":"), encoded.replace("%2F", "%2f")}) {
            assertThat(emulator.describe(inPath, id).json().path("Contact")).isEqualTo(contact(id));
            assertThat(emulator.attributes(inPath, id).outcome()).isEqualTo("200");
        }
        assertThat(emulator.stop(arn, id).outcome()).isEqualTo("200");
        assertThat(contact(id).has("DisconnectTimestamp")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                            | InvalidRequestException   | ContactId
            {}                                            | InvalidRequestException   | InstanceId
            {"InstanceId": "i"}                           | InvalidRequestException   | ContactId
            {"ContactId": "c"}                            | InvalidRequestException   | InstanceId
            {"ContactId": null, "InstanceId": "i"}        | InvalidRequestException   | ContactId
            {"ContactId": "", "InstanceId": "i"}          | InvalidParameterException | ContactId
            {"ContactId": "c", "InstanceId": ""}          | InvalidParameterException | InstanceId
            {"ContactId": 5, "InstanceId": "i"}           | InvalidRequestException   | ContactId
            """)
    void stopContactNamesMissingMembers(String body, String code, String member) {
        Answer answer = emulator.send("POST", "/contact/stop", body);

        assertThat(answer.outcome()).isEqualTo("400 " + code);
        assertThat(answer.message()).contains(member);
    }

    @Test
    void idsThatAreTooLongAreInvalid() {
        String id = "x".repeat(257);
        String instance = "x".repeat(101);

        assertThat(emulator.stop("i", id).outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(emulator.stop(instance, "c").outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(emulator.describe("i", id).outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(emulator.describe(instance, "c").outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(emulator.attributes("i", id).outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(emulator.attributes(instance, "c").outcome()).isEqualTo("400 InvalidRequestException");
    }

    private JsonNode contact(String id) {
        Answer answer = emulator.describe("an-instance", id);
        assertThat(answer.outcome()).isEqualTo("200");
        return answer.json().path("Contact");
    }

    private Answer update(String instanceId, String contactId) {
        return emulator.send("POST", "/contact/attributes", """
                {"InstanceId": "%s", "InitialContactId": "%s", "Attributes": {"a": "b"}}""".formatted(instanceId, contactId));
    }

    private static BigDecimal epochSeconds(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), 3);
    }
}
