package org.connectchat.connect.contact;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Shows what UpdateContact changes; ListContactReferencesTest shows the references. */
class UpdateContactTest {

    private final Emulator emulator = Emulator.unthrottled();

    private Answer update(String contactId, String json) {
        return emulator.send("POST", "/contacts/an-instance/" + contactId, json);
    }

    private JsonNode contact(String contactId) {
        return emulator.describe("an-instance", contactId).json().path("Contact");
    }

    @Test
    @Rule("U1")
    void nameDescriptionAndSegmentAttributesAreShown() {
        String id = emulator.started(Emulator.SMALLEST_START);

        Answer response = update(id, """
                {"Name": "A loan", "Description": "", "SegmentAttributes": {"tier": {"ValueString": "gold"},
                   "connect:ContactExpiry": {"ValueMap": {"ExpiryDuration": {"ValueInteger": 60}}}}}""");
        update(id, """
                {"Description": "About a loan", "SegmentAttributes": {"tier": {"ValueString": "silver"}}}""");

        assertThat(response.outcome()).isEqualTo("200");
        assertThat(response.json()).isEqualTo(JsonText.of("{}"));
        assertThat(contact(id).path("Name").asString()).isEqualTo("A loan");
        assertThat(contact(id).path("Description").asString()).isEqualTo("About a loan");
        assertThat(contact(id).path("SegmentAttributes")).isEqualTo(JsonText.of("""
                {"connect:Subtype": {"ValueString": "connect:Chat"}, "tier": {"ValueString": "silver"},
                 "connect:ContactExpiry": {"ValueMap": {"ExpiryDuration": {"ValueInteger": 60}}}}"""));
    }

    @Test
    @Rule("U1")
    void anEmptyNameRemovesIt() {
        String id = emulator.started(Emulator.SMALLEST_START);
        update(id, "{\"Name\": \"A loan\"}");

        update(id, "{\"Name\": \"\"}");

        assertThat(contact(id).has("Name")).isFalse();
    }

    @Test
    @Rule("U1")
    void eachContactOfASessionHasItsOwnData() {
        Chat chat = Chat.start(emulator);
        update(chat.contactId(), "{\"Name\": \"First\", \"Description\": \"Both\"}");
        Control.Agent second =
                new Control(emulator).join(chat.contactId(), "Bob").transferTo("Eve");

        update(second.contactId(), "{\"Name\": \"Second\"}");
        update(chat.contactId(), "{\"Name\": \"First of two\"}");

        assertThat(second.contactId()).isNotEqualTo(chat.contactId());
        assertThat(contact(chat.contactId()).path("Name").asString()).isEqualTo("First of two");
        assertThat(contact(second.contactId()).path("Name").asString()).isEqualTo("Second");
        assertThat(contact(second.contactId()).path("Description").asString()).isEqualTo("Both");
    }

    @Test
    @Rule("U1")
    void aContactThatHasEndedIsUpdatedToo() {
        Chat chat = Chat.start(emulator);
        chat.stop();

        assertThat(update(chat.contactId(), "{\"Name\": \"Over\"}").outcome()).isEqualTo("200");
        assertThat(contact(chat.contactId()).path("Name").asString()).isEqualTo("Over");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                 | InvalidRequestException   | must be given
            {"QueueInfo": {"Id": "q"}, "Name": "n"}                            | InvalidRequestException   | QueueInfo
            {"UserInfo": {"UserId": "u"}, "Name": "n"}                         | InvalidRequestException   | UserInfo
            {"CustomerEndpoint": {"Type": "VOIP"}, "Name": "n"}                | InvalidRequestException   | CustomerEndpoint
            {"SystemEndpoint": {"Type": "VOIP"}, "Name": "n"}                  | InvalidRequestException   | SystemEndpoint
            {"References": {"a": {"Value": "v"}}}                              | InvalidRequestException   | References.a.Type
            {"References": {"a": {"Value": "v", "Type": "PAGE"}}}              | InvalidParameterException | References.a.Type
            {"References": {"": {"Value": "v", "Type": "URL"}}}                | InvalidParameterException | References (key)
            {"References": {"a": {"Type": "URL", "Status": "FINE"}}}           | InvalidParameterException | References.a.Status
            {"References": {"a": {"Type": "URL", "Arn": "arn:short"}}}         | InvalidParameterException | References.a.Arn
            {"SegmentAttributes": {"a": {"ValueInteger": 1}}}                  | InvalidParameterException | must have a ValueString
            {"SegmentAttributes": {"connect:Subtype": {"ValueString": "x"}}}   | InvalidParameterException | cannot be changed
            {"SegmentAttributes": {"a b": {"ValueString": "x"}}}               | InvalidParameterException | the key
            {"Name": 7}                                                        | InvalidRequestException   | Name
            """)
    @Rule("U1")
    void everyViolationIsNamed(String body, String code, String member) {
        Answer response = update("c", body);

        assertThat(response.outcome()).isEqualTo("400 " + code);
        assertThat(response.message()).contains(member);
    }

    @ParameterizedTest
    @CsvSource({"Name, 1024", "Description, 4096"})
    @Rule("U1")
    void textsHaveTheirLimits(String member, int maximum) {
        String id = emulator.started(Emulator.SMALLEST_START);

        assertThat(update(id, "{\"%s\": \"%s\"}".formatted(member, "x".repeat(maximum)))
                        .outcome())
                .isEqualTo("200");
        assertThat(update(id, "{\"%s\": \"%s\"}".formatted(member, "x".repeat(maximum + 1)))
                        .outcome())
                .isEqualTo("400 InvalidParameterException");
    }

    @Test
    @Rule("U1")
    void theReferencesOfAContactHave4096BytesTogether() {
        String id = emulator.started(Emulator.SMALLEST_START);
        String reference = "{\"References\": {\"%s\": {\"Type\": \"URL\", \"Value\": \"%s\"}}}";
        update(id, reference.formatted("a", "x".repeat(4_000)));

        Answer response = update(id, reference.formatted("b", "x".repeat(100)));

        assertThat(response.outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(response.message()).contains("4096 UTF-8 bytes");
        assertThat(update(id, reference.formatted("a", "x".repeat(4_092))).outcome())
                .isEqualTo("200");
    }

    @Test
    @Rule("U1")
    void noUpdateIsLostAmongManyAtOnce() {
        String id = emulator.started(Emulator.SMALLEST_START);

        Simultaneously.call(
                30,
                number -> update(id, "{\"SegmentAttributes\": {\"a%d\": {\"ValueString\": \"v\"}}}".formatted(number)));

        assertThat(contact(id).path("SegmentAttributes").propertyNames()).hasSize(31);
    }

    @Test
    @Rule("U1")
    void anUnknownContactIsNotFound() {
        assertThat(update("nothing", "{\"Name\": \"n\"}").outcome()).isEqualTo("404 ResourceNotFoundException");
    }
}
