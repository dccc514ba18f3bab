package org.connectchat.connect.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows how attributes are read, merged, removed and limited. */
class UpdateContactAttributesTest {

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule("B10")
    void theAttributesOfTheStartAreReadable() {
        String id = started("""
                {"language": "en", "empty": "", "Plain-ASCII_Key1": "é€😀"}""");

        assertThat(attributes(id)).isEqualTo(JsonText.of("""
                {"language": "en", "empty": "", "Plain-ASCII_Key1": "é€😀"}"""));
    }

    @Test
    void aContactWithoutAttributesHasAnEmptyMap() {
        String id = emulator.started(Emulator.SMALLEST_START);

        assertThat(emulator.attributes("an-instance", id).json()).isEqualTo(JsonText.of("""
                {"Attributes": {}}"""));
    }

    @Test
    void anUpdateIsMergedIntoTheAttributes() {
        String id = started("""
                {"kept": "1", "changed": "2", "removed": "3"}""");

        Answer answer = update(id, """
                {"changed": "4", "removed": "", "new": "5", "neverThere": ""}""");

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.json()).isEqualTo(JsonText.of("{}"));
        assertThat(attributes(id)).isEqualTo(JsonText.of("""
                {"kept": "1", "changed": "4", "new": "5"}"""));
        assertThat(contact(id).path("Attributes")).isEqualTo(attributes(id));
    }

    @Test
    void anUpdateMovesTheLastUpdateTimestampAlone() throws InterruptedException {
        String id = emulator.started(Emulator.SMALLEST_START);
        JsonNode before = contact(id);
        Thread.sleep(5); // so that the update falls into another millisecond

        update(id, """
                {"a": "b"}""");

        JsonNode after = contact(id);
        assertThat(after.path("LastUpdateTimestamp").decimalValue())
                .isGreaterThan(before.path("LastUpdateTimestamp").decimalValue());
        assertThat(after.path("InitiationTimestamp")).isEqualTo(before.path("InitiationTimestamp"));
        assertThat(after.has("DisconnectTimestamp")).isFalse();
    }

    @Test
    void anEndedContactIsUpdatedToo() {
        String id = started("""
                {"language": "en"}""");
        emulator.stop("an-instance", id);
        JsonNode ended = contact(id);

        assertThat(update(id, """
                {"rated": "yes", "language": ""}""").outcome()).isEqualTo("200");

        assertThat(attributes(id)).isEqualTo(JsonText.of("""
                {"rated": "yes"}"""));
        assertThat(contact(id).path("DisconnectTimestamp")).isEqualTo(ended.path("DisconnectTimestamp"));
        assertThat(contact(id).path("DisconnectReason")).isEqualTo(ended.path("DisconnectReason"));
    }

    @Test
    @Rule("I7")
    void theLimitHoldsForTheMergedResult() {
        String id = started("""
                {"big": "%s"}""".formatted("x".repeat(32_700)));

        Answer answer = update(id, """
                {"more": "%s"}""".formatted("y".repeat(62)));

        assertThat(answer.outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(answer.message()).contains("Attributes").contains("32768");
        assertThat(attributes(id).has("more")).isFalse();
        assertThat(update(id, """
                {"more": "%s"}""".formatted("y".repeat(61))).outcome()).isEqualTo("200");
    }

    @Test
    @Rule("I7")
    void removedAndReplacedAttributesMakeRoom() {
        String id = started("""
                {"big": "%s"}""".formatted("x".repeat(32_000)));

        assertThat(update(id, """
                {"big": "", "new": "%s"}""".formatted("y".repeat(32_000))).outcome()).isEqualTo("200");
        assertThat(update(id, """
                {"new": "%s"}""".formatted("z".repeat(32_765))).outcome()).isEqualTo("200");
        assertThat(attributes(id).propertyNames()).containsExactly("new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"InstanceId": "i", "InitialContactId": "c"}                                   | InvalidRequestException   | Attributes
            {"InstanceId": "i", "InitialContactId": "c", "Attributes": null}               | InvalidRequestException   | Attributes
            {"InstanceId": "i", "Attributes": {}}                                          | InvalidRequestException   | InitialContactId
            {"InitialContactId": "c", "Attributes": {}}                                    | InvalidRequestException   | InstanceId
            {"InstanceId": "i", "InitialContactId": "", "Attributes": {}}                  | InvalidParameterException | InitialContactId
            {"InstanceId": "i", "InitialContactId": "c", "Attributes": {"a b": "c"}}       | InvalidParameterException | Attributes
            {"InstanceId": "i", "InitialContactId": "c", "Attributes": {"": "c"}}          | InvalidParameterException | Attributes
            {"InstanceId": "i", "InitialContactId": "c", "Attributes": {"a": 1}}           | InvalidRequestException   | Attributes
            {"InstanceId": "i", "InitialContactId": "c", "Attributes": ["a"]}              | InvalidRequestException   | Attributes
            """)
    @Rule("I6")
    void everyViolationIsNamed(String body, String code, String member) {
        Answer answer = emulator.send("POST", "/contact/attributes", body);

        assertThat(answer.outcome()).isEqualTo("400 " + code);
        assertThat(answer.message()).contains(member);
    }

    @Test
    void noUpdateIsLostAmongManyAtOnce() {
        String id = emulator.started(Emulator.SMALLEST_START);

        List<Answer> answers = Simultaneously.call(50, number -> update(id, """
                {"key%d": "value"}""".formatted(number)));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(attributes(id).propertyNames()).hasSize(50);
    }

    private String started(String attributes) {
        return emulator.started("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "Attributes": %s}""".formatted(attributes));
    }

    private Answer update(String id, String attributes) {
        return emulator.send("POST", "/contact/attributes", """
                {"InstanceId": "an-instance", "InitialContactId": "%s", "Attributes": %s}""".formatted(id, attributes));
    }

    private JsonNode attributes(String id) {
        return emulator.attributes("an-instance", id).json().path("Attributes");
    }

    private JsonNode contact(String id) {
        return emulator.describe("an-instance", id).json().path("Contact");
    }
}
