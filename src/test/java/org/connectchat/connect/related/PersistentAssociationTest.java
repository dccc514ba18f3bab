package org.connectchat.connect.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows that a running chat can continue a past one. */
class PersistentAssociationTest {

    private static final String PATH = "/contact/persistent-contact-association/an-instance/";

    private final Emulator emulator = Emulator.unthrottled();

    private Answer associate(String contactId, String source, String token) {
        return emulator.send("POST", PATH + contactId, """
                {"RehydrationType": "FROM_SEGMENT", "SourceContactId": "%s", "ClientToken": "%s"}""".formatted(source, token));
    }

    private Chat past() {
        Chat chat = Chat.start(emulator);
        chat.customer().sayPresent();
        chat.customer().say("Before");
        chat.stop();
        return chat;
    }

    /** The texts of a chat and of the past one that it continues, newest first. */
    private static List<String> transcript(Chat chat) {
        List<String> contents = new ArrayList<>();
        JsonNode page = chat.customer().transcript("{\"MaxResults\": 100}");
        page.path("Transcript")
                .forEach(item -> contents.add(item.path("Content").asString()));
        while (page.has("NextToken")) {
            page = chat.customer()
                    .transcript("{\"MaxResults\": 100, \"NextToken\": \"%s\"}"
                            .formatted(page.path("NextToken").asString()));
            page.path("Transcript")
                    .forEach(item -> contents.add(item.path("Content").asString()));
        }
        return contents;
    }

    @Test
    @Rule("U5")
    void thePastTranscriptIsReadableFromThenOn() {
        Chat past = past();
        Chat chat = Chat.start(emulator);

        Answer response = associate(chat.contactId(), past.contactId(), "t");

        assertThat(response.outcome()).isEqualTo("200");
        assertThat(response.text("ContinuedFromContactId")).isEqualTo(past.contactId());
        assertThat(chat.description().path("RelatedContactId").asString()).isEqualTo(past.contactId());
        assertThat(transcript(chat)).contains("Before");
    }

    @Test
    @Rule("U5")
    void theWholePastSessionIsNamedByItsFirstContact() {
        Chat past = past();
        Chat chat = Chat.start(emulator);

        Answer response = emulator.send("POST", PATH + chat.contactId(), """
                {"RehydrationType": "ENTIRE_PAST_SESSION", "SourceContactId": "%s"}""".formatted(past.contactId()));

        assertThat(response.text("ContinuedFromContactId")).isEqualTo(past.contactId());
    }

    @Test
    @Rule("U5")
    void aCallThatIsRepeatedWithItsTokenChangesNothing() {
        Chat past = past();
        Chat chat = Chat.start(emulator);

        List<Answer> responses =
                Simultaneously.call(20, number -> associate(chat.contactId(), past.contactId(), "same"));

        assertThat(responses).extracting(Answer::outcome).containsOnly("200");
        assertThat(responses)
                .extracting(response -> response.text("ContinuedFromContactId"))
                .containsOnly(past.contactId());
        assertThat(associate(chat.contactId(), past.contactId(), "another").outcome())
                .isEqualTo("400 InvalidRequestException");
    }

    @Test
    @Rule("U5")
    void theRulesArePersistentChats() {
        Chat past = past();
        Chat chat = Chat.start(emulator);

        assertThat(associate(chat.contactId(), Chat.start(emulator).contactId(), "t")
                        .outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(associate(chat.contactId(), "nothing", "t").outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(associate("nothing", past.contactId(), "t").outcome()).isEqualTo("404 ResourceNotFoundException");
        chat.stop();
        assertThat(associate(chat.contactId(), past.contactId(), "t").outcome())
                .isEqualTo("400 InvalidRequestException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"SourceContactId": "c"}                                     | InvalidRequestException   | RehydrationType
            {"RehydrationType": "FROM_SEGMENT"}                          | InvalidRequestException   | SourceContactId
            {"RehydrationType": "ALL", "SourceContactId": "c"}           | InvalidParameterException | RehydrationType
            {"RehydrationType": "FROM_SEGMENT", "SourceContactId": ""}   | InvalidParameterException | SourceContactId
            """)
    @Rule("U5")
    void everyViolationIsNamed(String body, String code, String member) {
        Answer response = emulator.send("POST", PATH + "c", body);

        assertThat(response.outcome()).isEqualTo("400 " + code);
        assertThat(response.message()).contains(member);
    }
}
