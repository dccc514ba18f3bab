package org.connectchat.connect.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows how tags are added to a contact and removed from it. */
class TagContactTest {

    private static final String SIX = """
            {"a": "1", "b": "2", "c": "3", "d": "4", "e": "5", "f": "6"}""";

    private final Emulator emulator = Emulator.unthrottled();

    private Answer tag(String contactId, String tags) {
        return emulator.send("POST", "/contact/tags", """
                {"InstanceId": "an-instance", "ContactId": "%s", "Tags": %s}""".formatted(contactId, tags));
    }

    private Answer untag(String contactId, String query) {
        return emulator.send("DELETE", "/contact/tags/an-instance/" + contactId + query, null);
    }

    private JsonNode tags(String contactId) {
        return emulator.describe("an-instance", contactId).json().at("/Contact/Tags");
    }

    @Test
    @Rule("U2")
    void tagsAreAddedAndReplaced() {
        String id = emulator.started(Emulator.SMALLEST_START);

        Answer response = tag(id, "{\"team\": \"one\", \"cost\": \"\"}");
        tag(id, "{\"team\": \"two\"}");

        assertThat(response.outcome()).isEqualTo("200");
        assertThat(response.json()).isEqualTo(JsonText.of("{}"));
        assertThat(tags(id)).isEqualTo(JsonText.of("{\"team\": \"two\", \"cost\": \"\"}"));
    }

    @Test
    @Rule("U2")
    void aContactThatHasEndedIsTaggedToo() {
        Chat chat = Chat.start(emulator);
        chat.stop();

        assertThat(tag(chat.contactId(), "{\"team\": \"one\"}").outcome()).isEqualTo("200");
        assertThat(tags(chat.contactId())).isEqualTo(JsonText.of("{\"team\": \"one\"}"));
    }

    @Test
    @Rule({"U2", "E3"})
    void aTagOfAContactThatWasHandedOverIsAnEventOfThatContact() {
        Chat chat = Chat.start(emulator);
        Control control = new Control(emulator);
        control.post("/contacts/" + chat.contactId() + "/connect");
        control.join(chat.contactId(), "Grace").transferTo("Heidi");

        assertThat(tag(chat.contactId(), "{\"team\": \"one\"}").outcome()).isEqualTo("200");

        assertThat(control.get("/contact-events?eventType=CONTACT_DATA_UPDATED&contactId=" + chat.contactId())
                        .at("/events"))
                .hasSize(1);
    }

    @Test
    @Rule("U2")
    void theSeventhTagIsRefusedAndNoneIsAdded() {
        String id = emulator.started(Emulator.SMALLEST_START);
        tag(id, SIX);

        Answer response = tag(id, "{\"a\": \"one\", \"g\": \"7\"}");

        assertThat(response.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(response.message()).contains("7 tags; the maximum is 6");
        assertThat(tags(id)).isEqualTo(JsonText.of(SIX));
    }

    @Test
    @Rule("U2")
    void howeverManyTagAtOnceThereAreNeverMoreThanSix() {
        String id = emulator.started(Emulator.SMALLEST_START);

        List<Answer> responses = Simultaneously.call(
                30,
                number -> tag(id, "{\"key%s\": \"value\"}".formatted("abcdefghijklmnopqrstuvwxyzABCD".charAt(number))));

        assertThat(responses.stream().filter(response -> response.status() == 200))
                .hasSize(6);
        assertThat(tags(id).propertyNames()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"InstanceId": "i", "ContactId": "c"}                                  | InvalidRequestException   | Tags
            {"InstanceId": "i", "Tags": {"a": "1"}}                                | InvalidRequestException   | ContactId
            {"ContactId": "c", "Tags": {"a": "1"}}                                 | InvalidRequestException   | InstanceId
            {"InstanceId": "i", "ContactId": "c", "Tags": {}}                      | InvalidParameterException | 1 to 6
            {"InstanceId": "i", "ContactId": "c", "Tags": {"aws:a": "1"}}          | InvalidParameterException | reserved
            {"InstanceId": "i", "ContactId": "c", "Tags": {"a b": "1"}}            | InvalidParameterException | letters
            {"InstanceId": "i", "ContactId": "c", "Tags": {"": "1"}}               | InvalidParameterException | 1 to 128
            {"InstanceId": "i", "ContactId": "c", "Tags": {"a": 1}}                | InvalidRequestException   | Tags
            """)
    @Rule("U2")
    void everyViolationIsNamed(String body, String code, String member) {
        Answer response = emulator.send("POST", "/contact/tags", body);

        assertThat(response.outcome()).isEqualTo("400 " + code);
        assertThat(response.message()).contains(member);
    }

    @Test
    @Rule("U2")
    void keysAndValuesHaveTheirLimits() {
        String id = emulator.started(Emulator.SMALLEST_START);

        assertThat(tag(id, "{\"%s\": \"%s\"}".formatted("k".repeat(128), "v".repeat(256)))
                        .outcome())
                .isEqualTo("200");
        assertThat(tag(id, "{\"%s\": \"v\"}".formatted("k".repeat(129))).outcome())
                .isEqualTo("400 InvalidParameterException");
        assertThat(tag(id, "{\"k\": \"%s\"}".formatted("v".repeat(257))).outcome())
                .isEqualTo("400 InvalidParameterException");
    }

    @Test
    @Rule("U3")
    void tagsAreRemovedAndUnknownKeysIgnored() {
        String id = emulator.started(Emulator.SMALLEST_START);
        tag(id, "{\"a\": \"1\", \"b/c\": \"2\", \"d\": \"3\"}");

        Answer response = untag(id, "?TagKeys=a&TagKeys=b%2Fc&TagKeys=never");

        assertThat(response.outcome()).isEqualTo("200");
        assertThat(response.json()).isEqualTo(JsonText.of("{}"));
        assertThat(tags(id)).isEqualTo(JsonText.of("{\"d\": \"3\"}"));
    }

    @Test
    @Rule("U3")
    void wrongKeysAreRefused() {
        assertThat(untag("c", "").outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(untag("c", "?TagKeys=aws:a").outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(untag("c", "?TagKeys=a".concat("&TagKeys=a".repeat(6))).message())
                .contains("has 7");
    }

    @Test
    @Rule({"U2", "U3"})
    void anUnknownContactIsNotFound() {
        assertThat(tag("nothing", "{\"a\": \"1\"}").outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(untag("nothing", "?TagKeys=a").outcome()).isEqualTo("404 ResourceNotFoundException");
    }
}
