package org.connectchat.participant.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Times;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows how a transcript of twelve messages is read from both ends. */
class GetTranscriptTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    /** The contents of the twelve messages, oldest first. */
    private static final List<String> ALL =
            IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).toList();

    private static Party reader;
    private static Chat chat;

    @BeforeAll
    static void twelveMessages() {
        chat = Chat.start(EMULATOR);
        reader = chat.customer();
        ALL.forEach(reader::say);
    }

    private static List<String> contents(JsonNode page) {
        List<String> contents = new ArrayList<>();
        page.path("Transcript")
                .forEach(item -> contents.add(item.path("Content").asString()));
        return contents;
    }

    @Test
    @Rule("P23")
    void withoutParametersItReturnsTheLatestTenNewestFirst() {
        JsonNode page = reader.transcript(null);

        assertThat(page.propertyNames()).containsExactlyInAnyOrder("InitialContactId", "Transcript", "NextToken");
        assertThat(page.path("InitialContactId").asString()).isEqualTo(chat.contactId());
        assertThat(contents(page)).containsExactly("12", "11", "10", "9", "8", "7", "6", "5", "4", "3");
        assertThat(page.path("NextToken").asString()).hasSizeBetween(1, 1_000);
    }

    @Test
    @Rule("P23")
    void theRequestOfChatJsGivesTheNewestPageOldestFirst() {
        JsonNode page = reader.transcript("""
                {"MaxResults": 5, "ScanDirection": "BACKWARD", "SortOrder": "ASCENDING", "StartPosition": {}}""");

        assertThat(contents(page)).containsExactly("8", "9", "10", "11", "12");
    }

    @Test
    @Rule("P23")
    void anItemHasTheMembersOfItsTypeAndNoOthers() {
        JsonNode item = reader.transcript("{}").path("Transcript").get(0);

        assertThat(item).isEqualTo(Chat.JSON.readTree("""
                {"AbsoluteTime": "%s", "Content": "12", "ContentType": "text/plain", "Id": "%s", "Type": "MESSAGE",
                 "ParticipantId": "%s", "DisplayName": "Ada", "ParticipantRole": "CUSTOMER", "ContactId": "%s"}""".formatted(
                item.path("AbsoluteTime").asString(), item.path("Id").asString(), reader.id(), chat.contactId())));
        Times.in(item, "AbsoluteTime");
    }

    @Test
    @Rule("P23")
    void anEmptyTranscriptIsAnEmptyLastPageInAnyDirection() {
        Chat silent = Chat.start(EMULATOR);

        for (String direction : new String[] {"FORWARD", "BACKWARD"}) {
            JsonNode page = silent.customer().transcript("""
                    {"ScanDirection": "%s", "StartPosition": {"MostRecent": 1}}""".formatted(direction));
            assertThat(page).isEqualTo(Chat.JSON.readTree("""
                    {"InitialContactId": "%s", "Transcript": []}""".formatted(silent.contactId())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FORWARD, ASCENDING, 1", "FORWARD, ASCENDING, 3", "FORWARD, ASCENDING, 5", "FORWARD, ASCENDING, 12",
        "FORWARD, ASCENDING, 100", "FORWARD, DESCENDING, 4", "FORWARD, DESCENDING, 5", "BACKWARD, ASCENDING, 1",
        "BACKWARD, ASCENDING, 4", "BACKWARD, ASCENDING, 7", "BACKWARD, ASCENDING, 12", "BACKWARD, DESCENDING, 6",
        "BACKWARD, DESCENDING, 11", "BACKWARD, DESCENDING, 13"
    })
    @Rule("P24")
    void pagesLeadThroughAllOfItAndTheLastOneHasNoNextToken(String direction, String order, int size) {
        boolean forward = direction.equals("FORWARD");
        String query = """
                {"ScanDirection": "%s", "SortOrder": "%s", "MaxResults": %d%s}""";
        List<List<String>> pages = new ArrayList<>();

        String start = forward ? ", \"StartPosition\": {\"MostRecent\": 100}" : "";
        JsonNode page = reader.transcript(query.formatted(direction, order, size, start));
        pages.add(contents(page));
        while (page.has("NextToken") && pages.size() <= ALL.size()) {
            page = reader.transcript(query.formatted(
                    direction,
                    order,
                    size,
                    ", \"NextToken\": \"" + page.path("NextToken").asString() + "\""));
            pages.add(contents(page));
        }

        assertThat(pages).isEqualTo(expectedPages(forward, order.equals("ASCENDING"), size));
    }

    /** As one would cut the list by hand: from the end where the scan begins, each page then in its order. */
    private static List<List<String>> expectedPages(boolean forward, boolean ascending, int size) {
        List<String> scanned = new ArrayList<>(ALL);
        if (!forward) {
            Collections.reverse(scanned);
        }
        List<List<String>> pages = new ArrayList<>();
        for (int from = 0; from < scanned.size(); from += size) {
            List<String> page = new ArrayList<>(scanned.subList(from, Math.min(from + size, scanned.size())));
            if (forward != ascending) {
                Collections.reverse(page);
            }
            pages.add(page);
        }
        return pages;
    }

    @Test
    @Rule("P24")
    void aTokenKeepsItsPlaceWhileMoreIsSaid() {
        Chat talkative = Chat.start(EMULATOR);
        ALL.forEach(talkative.customer()::say);
        JsonNode newest = talkative.customer().transcript("""
                {"MaxResults": 4}""");

        talkative.customer().say("13");

        assertThat(contents(talkative.customer().transcript("""
                {"MaxResults": 4, "NextToken": "%s"}""".formatted(
                                newest.path("NextToken").asString()))))
                .containsExactly("8", "7", "6", "5");
    }

    @Test
    @Rule("P24")
    void scanningForwardsPastTheEndSeesNewItemsAtTheNextCall() {
        Chat talkative = Chat.start(EMULATOR);
        String first = talkative.customer().say("1").text("Id");
        String fromFirst = """
                {"ScanDirection": "FORWARD", "SortOrder": "ASCENDING", "StartPosition": {"Id": "%s"}}""".formatted(first);
        assertThat(talkative.customer().transcript(fromFirst).has("NextToken")).isFalse();

        talkative.customer().say("2");

        assertThat(contents(talkative.customer().transcript(fromFirst))).containsExactly("1", "2");
    }

    @Test
    @Rule("P24")
    void bothParticipantsReadTheSameTranscript() {
        Chat two = Chat.start(EMULATOR);
        Party bot = two.addBot();
        bot.sayPresent();
        two.customer().say("hello");
        bot.say("good day");

        assertThat(Chat.wholeTranscript(bot)).hasSize(3).isEqualTo(Chat.wholeTranscript(two.customer()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"MaxResults\": -1}",
                "{\"MaxResults\": 101}",
                "{\"MaxResults\": \"10\"}",
                "{\"MaxResults\": 1.5}",
                "{\"ScanDirection\": \"SIDEWAYS\"}",
                "{\"ScanDirection\": \"forward\"}",
                "{\"SortOrder\": \"NONE\"}",
                "{\"ContactId\": \"\"}",
                "{\"NextToken\": \"\"}",
                "{\"StartPosition\": []}"
            })
    @Rule("P23")
    void aParameterOutOfItsLimitsIsAValidationException(String query) {
        assertThat(reader.call("transcript", query).outcome()).isEqualTo("400 ValidationException");
    }

    @Test
    @Rule("P23")
    void upToAHundredItemsMayBeWanted() {
        assertThat(contents(reader.transcript("""
                {"MaxResults": 100}"""))).hasSize(12);
        assertThat(reader.call("transcript", """
                {"MaxResults": 0}""").status()).isEqualTo(200);
        assertThat(reader.call("transcript", """
                {"MaxResults": 1, "ContactId": "%s"}""".formatted("c".repeat(257))).outcome())
                .isEqualTo("400 ValidationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ScanDirection\": \"FORWARD\"}",
                "{\"ScanDirection\": \"FORWARD\", \"SortOrder\": \"ASCENDING\", \"MaxResults\": 100}",
                "{\"ScanDirection\": \"FORWARD\", \"StartPosition\": {}}",
                "{\"ScanDirection\": \"FORWARD\", \"StartPosition\": null}",
                "{\"ScanDirection\": \"FORWARD\", \"StartPosition\": {\"Id\": null}, \"NextToken\": null}"
            })
    @Rule("P44")
    void forwardFromNowhereIsAValidationException(String request) {
        Emulator.Answer response = reader.call("transcript", request);

        assertThat(response.outcome()).isEqualTo("400 ValidationException");
        assertThat(response.text("message")).startsWith("ScanDirection: FORWARD needs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"MostRecent\": 12}", "{\"AbsoluteTime\": \"1970-01-01T00:00:00.000Z\"}"})
    @Rule("P44")
    void forwardFromAPlaceAndOnByATokenWorks(String start) {
        JsonNode page = reader.transcript("""
                {"ScanDirection": "FORWARD", "SortOrder": "ASCENDING", "MaxResults": 7, "StartPosition": %s}""".formatted(start));
        JsonNode next = reader.transcript("""
                {"ScanDirection": "FORWARD", "SortOrder": "ASCENDING", "NextToken": "%s"}""".formatted(page.path("NextToken").asString()));

        assertThat(contents(page)).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(contents(next)).containsExactly("8", "9", "10", "11", "12");
    }

    @Test
    @Rule("P45")
    void theContactIdOfTheChatItselfGivesItsItems() {
        JsonNode page = reader.transcript("""
                {"MaxResults": 2, "ContactId": "%s"}""".formatted(chat.contactId()));

        assertThat(contents(page)).containsExactly("12", "11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"ScanDirection\": \"FORWARD\", \"StartPosition\": {\"MostRecent\": 5}"})
    @Rule("P45")
    void theContactIdOfAnotherChatOrOfNoneGivesAnEmptyPage(String more) {
        Chat another = Chat.start(EMULATOR);
        another.customer().say("not for Ada's other chat");

        for (String contactId : List.of(another.contactId(), "00000000-0000-4000-8000-000000000000", "none")) {
            JsonNode page = reader.transcript("""
                    {"ContactId": "%s"%s}""".formatted(contactId, more));

            assertThat(page).isEqualTo(Chat.JSON.readTree("""
                    {"InitialContactId": "%s", "Transcript": []}""".formatted(chat.contactId())));
        }
    }
}
