package org.connectchat.participant.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows where a transcript can be begun, and that only what it gave out leads on. */
class TranscriptPositionsTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final List<Answer> SENT = new ArrayList<>();

    private static Party reader;

    @BeforeAll
    static void fiveMessages() throws InterruptedException {
        reader = Chat.start(EMULATOR).customer();
        for (int i = 1; i <= 5; i++) {
            SENT.add(reader.say(String.valueOf(i)));
            Thread.sleep(3); // so that each has a time of its own
        }
    }

    private static List<String> read(String query) {
        List<String> contents = new ArrayList<>();
        reader.transcript(query)
                .path("Transcript")
                .forEach(item -> contents.add(item.path("Content").asString()));
        return contents;
    }

    private static String third(String member) {
        return SENT.get(2).text(member);
    }

    @Test
    @Rule("P25")
    void fromAnIdItGoesForwardsUnlessAskedOtherwise() {
        assertThat(read("""
                {"SortOrder": "ASCENDING", "StartPosition": {"Id": "%s"}}""".formatted(third("Id")))).containsExactly("3", "4", "5");
        assertThat(read("""
                {"SortOrder": "ASCENDING", "ScanDirection": "BACKWARD", "StartPosition": {"Id": "%s"}}""".formatted(third("Id")))).containsExactly("1", "2", "3");
    }

    @Test
    @Rule("P25")
    void fromAMomentItGoesForwardsUnlessAskedOtherwise() {
        assertThat(read("""
                {"SortOrder": "ASCENDING", "StartPosition": {"AbsoluteTime": "%s"}}""".formatted(third("AbsoluteTime")))).containsExactly("3", "4", "5");
        assertThat(read("""
                {"SortOrder": "ASCENDING", "ScanDirection": "BACKWARD", "StartPosition": {"AbsoluteTime": "%s"}}""".formatted(third("AbsoluteTime")))).containsExactly("1", "2", "3");
    }

    @Test
    @Rule("P25")
    void aMomentBetweenTwoItemsStartsAtTheNextInItsDirection() {
        Instant justAfterThird = Instant.parse(third("AbsoluteTime")).plusMillis(1);

        assertThat(read("""
                {"SortOrder": "ASCENDING", "StartPosition": {"AbsoluteTime": "%s"}}""".formatted(justAfterThird))).containsExactly("4", "5");
        assertThat(read("""
                {"SortOrder": "ASCENDING", "ScanDirection": "BACKWARD", "StartPosition": {"AbsoluteTime": "%s"}}""".formatted(justAfterThird))).containsExactly("1", "2", "3");
    }

    @Test
    @Rule("P25")
    void beyondEitherEndThereIsAllOrNothing() {
        assertThat(read("""
                {"StartPosition": {"AbsoluteTime": "2001-01-01T00:00:00.000Z"}}""")).hasSize(5);
        assertThat(read("""
                {"StartPosition": {"AbsoluteTime": "2999-01-01T00:00:00.000Z"}}""")).isEmpty();
        assertThat(read("""
                {"ScanDirection": "BACKWARD", "StartPosition": {"AbsoluteTime": "2001-01-01T00:00:00.000Z"}}""")).isEmpty();
    }

    @Test
    @Rule("P25")
    void theMostRecentAreCountedFromTheEnd() {
        assertThat(read("""
                {"SortOrder": "ASCENDING", "StartPosition": {"MostRecent": 2}}""")).containsExactly("4", "5");
        assertThat(read("""
                {"SortOrder": "ASCENDING", "StartPosition": {"MostRecent": 100}}""")).hasSize(5);
    }

    @Test
    @Rule("P25")
    void anEmptyStartPositionIsNone() {
        assertThat(read("""
                {"MaxResults": 2, "StartPosition": {}}""")).containsExactly("5", "4");
        assertThat(read("""
                {"MaxResults": 2, "StartPosition": null}""")).containsExactly("5", "4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Id\": \"an-id\", \"MostRecent\": 1}",
                "{\"Id\": \"an-id\", \"AbsoluteTime\": \"2026-03-01T09:15:04.287Z\"}",
                "{\"AbsoluteTime\": \"2026-03-01T09:15:04.287Z\", \"MostRecent\": 0}",
                "{\"Id\": \"an-id\", \"AbsoluteTime\": \"2026-03-01T09:15:04.287Z\", \"MostRecent\": 1}",
                "{\"Id\": \"\"}",
                "{\"AbsoluteTime\": \"yesterday\"}",
                "{\"AbsoluteTime\": \"\"}",
                "{\"MostRecent\": -1}",
                "{\"MostRecent\": 101}",
                "{\"MostRecent\": \"1\"}"
            })
    @Rule("P25")
    void severalPositionsOrOneOutsideOfItsLimitsAreAValidationException(String position) {
        assertThat(reader.call("transcript", "{\"StartPosition\": " + position + "}")
                        .outcome())
                .isEqualTo("400 ValidationException");
    }

    @Test
    @Rule({"P1", "P25"})
    void anIdThatIsNotOfThisTranscriptIsAValidationException() {
        String foreign = Chat.start(EMULATOR).customer().say("elsewhere").text("Id");

        for (String id : List.of(foreign, "no-id-of-ours")) {
            assertThat(reader.call("transcript", """
                            {"StartPosition": {"Id": "%s"}}""".formatted(id)).outcome()).isEqualTo("400 ValidationException");
        }
    }

    private static String base64(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    @Test
    @Rule({"P1", "P26"})
    void aTokenOfAnotherChatIsAValidationException() {
        Party other = Chat.start(EMULATOR).customer();
        other.say("1");
        other.say("2");
        String foreign = other.transcript("""
                {"MaxResults": 1}""").path("NextToken").asString();

        Answer answer = reader.call("transcript", """
                {"NextToken": "%s"}""".formatted(foreign));

        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.text("message")).contains("NextToken");
    }

    @Test
    @Rule("P26")
    void aForgedTokenIsAValidationException() {
        JsonNode page = reader.transcript("""
                {"MaxResults": 1}""");
        String good = page.path("NextToken").asString();
        String contactId = page.path("InitialContactId").asString();

        for (String forged : List.of(
                "nonsense",
                "====",
                "\u00e9",
                good + "A",
                good.substring(1),
                base64(""),
                base64(contactId),
                base64(contactId + " B 99 0"),
                base64(contactId + " B -1 0"),
                base64(contactId + " B 0 -1"),
                base64(contactId + " F 99999999999999 0"))) {
            assertThat(reader.call("transcript", """
                            {"NextToken": "%s"}""".formatted(forged)).outcome())
                    .as(forged)
                    .isEqualTo("400 ValidationException");
        }
    }

    @Test
    @Rule("P26")
    void aTokenMayBeUsedAgainAndByTheOtherParticipant() {
        Chat chat = Chat.start(EMULATOR);
        chat.customer().say("1");
        chat.customer().say("2");
        String token = chat.customer().transcript("""
                {"MaxResults": 1}""").path("NextToken").asString();
        String query = """
                {"MaxResults": 1, "NextToken": "%s"}""".formatted(token);

        JsonNode once = chat.customer().transcript(query);

        assertThat(once.at("/Transcript/0/Content").asString()).isEqualTo("1");
        assertThat(chat.customer().transcript(query)).isEqualTo(once);
        assertThat(chat.addBot().transcript(query)).isEqualTo(once);
    }
}
