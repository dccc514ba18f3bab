package org.connectchat.participant.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows how a persistent chat leads back to what was said before it. */
class PersistentTranscriptTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    /** A chat in which these messages were said, and which has ended. */
    private static Chat past(Chat chat, String... messages) {
        for (String message : messages) {
            chat.customer().say(message);
        }
        chat.stop();
        return chat;
    }

    /** All pages from the newest back, as the open-source widget reads them. */
    private static List<JsonNode> pages(Party reader, int size) {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = reader.transcript("""
                {"MaxResults": %d, "ScanDirection": "BACKWARD", "SortOrder": "ASCENDING", "StartPosition": {}}""".formatted(size));
        pages.add(page);
        while (page.has("NextToken")) {
            assertThat(pages).as("pages that come to an end").hasSizeLessThan(100);
            page = reader.transcript("""
                    {"MaxResults": %d, "ScanDirection": "BACKWARD", "SortOrder": "ASCENDING", "StartPosition": {},
                     "NextToken": "%s"}""".formatted(size, page.path("NextToken").asString()));
            pages.add(page);
        }
        return pages;
    }

    private static List<String> messages(JsonNode page) {
        List<String> contents = new ArrayList<>();
        page.path("Transcript").forEach(item -> {
            if (item.path("Type").asString().equals("MESSAGE")) {
                contents.add(item.path("Content").asString());
            }
        });
        return contents;
    }

    private static List<String> allMessages(List<JsonNode> newestPageFirst) {
        List<String> contents = new ArrayList<>();
        newestPageFirst.forEach(page -> contents.addAll(0, messages(page)));
        return contents;
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROM_SEGMENT", "ENTIRE_PAST_SESSION"})
    @Rule("P27")
    void theFirstPageIsOfThePresentAndItsTokenLeadsToThePast(String type) {
        Chat first = past(Chat.start(EMULATOR), "past one", "past two");
        Chat second = Chat.continuing(EMULATOR, first.contactId(), type);
        second.customer().say("present");

        List<JsonNode> pages = pages(second.customer(), 15);

        assertThat(pages).hasSize(2);
        assertThat(messages(pages.get(0))).containsExactly("present");
        assertThat(messages(pages.get(1))).containsExactly("past one", "past two");
        assertThat(pages)
                .extracting(page -> page.path("InitialContactId").asString())
                .containsOnly(second.contactId());
    }

    @Test
    @Rule("P27")
    void withoutItemsTheFirstPageIsEmptyAndItsTokenLeadsToThePast() {
        Chat first = past(Chat.start(EMULATOR), "past");
        Chat second = Chat.continuing(EMULATOR, first.contactId(), "FROM_SEGMENT");

        List<JsonNode> pages = pages(second.customer(), 15);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).path("Transcript").size()).isZero();
        assertThat(messages(pages.get(1))).containsExactly("past");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 100})
    @Rule("P27")
    void pagesOfAnySizeLeadBackThroughAllOfItAndEnd(int size) {
        Chat first = past(Chat.start(EMULATOR), "1", "2", "3");
        Chat second = past(Chat.continuing(EMULATOR, first.contactId(), "ENTIRE_PAST_SESSION"), "4", "5");
        Chat third = Chat.continuing(EMULATOR, second.contactId(), "FROM_SEGMENT");
        third.customer().say("6");
        third.customer().say("7");

        List<JsonNode> pages = pages(third.customer(), size);

        assertThat(allMessages(pages)).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.path("Transcript").size()).isLessThanOrEqualTo(size));
    }

    @Test
    @Rule("P27")
    void aContinuationStartsWhereItSays() {
        Chat first = past(Chat.start(EMULATOR), "1");
        Chat second = past(Chat.continuing(EMULATOR, first.contactId(), "FROM_SEGMENT"), "2");

        Chat fromFirst = Chat.continuing(EMULATOR, first.contactId(), "FROM_SEGMENT");
        Chat fromSecond = Chat.continuing(EMULATOR, second.contactId(), "FROM_SEGMENT");

        assertThat(allMessages(pages(fromFirst.customer(), 100))).containsExactly("1");
        assertThat(allMessages(pages(fromSecond.customer(), 100))).containsExactly("1", "2");
    }

    @Test
    @Rule("P28")
    void pastItemsNameTheirContactAsRelatedAndPresentOnesAsTheirs() {
        Chat first = past(Chat.start(EMULATOR), "1");
        Chat second = past(Chat.continuing(EMULATOR, first.contactId(), "FROM_SEGMENT"), "2");
        Chat third = Chat.continuing(EMULATOR, second.contactId(), "FROM_SEGMENT");
        third.customer().say("3");

        List<JsonNode> pages = pages(third.customer(), 100);

        assertThat(pages.get(0).path("Transcript")).allSatisfy(item -> {
            assertThat(item.path("ContactId").asString()).isEqualTo(third.contactId());
            assertThat(item.has("RelatedContactId")).isFalse();
        });
        List<String> related = new ArrayList<>();
        pages.subList(1, pages.size())
                .forEach(page -> page.path("Transcript").forEach(item -> {
                    assertThat(item.has("ContactId")).isFalse();
                    related.add(item.path("RelatedContactId").asString());
                }));
        assertThat(related).containsOnly(first.contactId(), second.contactId());
    }

    @Test
    @Rule("P27")
    void thePastIsReadWithItsReceiptsAndItsEnd() {
        Chat first = Chat.start(EMULATOR);
        Party bot = first.addBot();
        String asked = bot.say("How can I help?").text("Id");
        first.customer().receipt("read", asked);
        first.stop();
        Chat second = Chat.continuing(EMULATOR, first.contactId(), "FROM_SEGMENT");

        JsonNode past = pages(second.customer(), 100).get(1).path("Transcript");

        assertThat(past.get(0).path("ParticipantRole").asString()).isEqualTo("CUSTOM_BOT");
        assertThat(past.get(0).at("/MessageMetadata/Receipts/0").has("ReadTimestamp"))
                .isTrue();
        assertThat(past.get(past.size() - 1).path("ContentType").asString()).isEqualTo(Party.EVENT + "chat.ended");
    }

    @Test
    @Rule("P27")
    void aMerelyRelatedChatHasNoPast() {
        Chat first = past(Chat.start(EMULATOR), "past");
        Chat related = Chat.start(EMULATOR, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "RelatedContactId": "%s"}""".formatted(first.contactId()));
        related.customer().say("present");

        assertThat(allMessages(pages(related.customer(), 100))).containsExactly("present");
    }

    @Test
    @Rule("P27")
    void thePastCannotBeAStartPositionOrScannedForwards() {
        Chat first = Chat.start(EMULATOR);
        String pastId = first.customer().say("past").text("Id");
        first.stop();
        Chat second = Chat.continuing(EMULATOR, first.contactId(), "FROM_SEGMENT");
        second.customer().say("present");

        assertThat(second.customer().call("transcript", """
                        {"StartPosition": {"Id": "%s"}}""".formatted(pastId)).outcome())
                .isEqualTo("400 ValidationException");
        assertThat(Chat.wholeTranscript(second.customer()))
                .extracting(item -> item.path("Content").asString())
                .containsExactly("present");
    }

    @Test
    @Rule("W17")
    void theSocketHearsThatTheChatIsRehydrated() {
        Chat first = past(Chat.start(EMULATOR), "past");
        Chat second = Chat.continuing(EMULATOR, first.contactId(), "ENTIRE_PAST_SESSION");
        ClientSocket socket = second.customer().join();

        JsonNode rehydrated = socket.nextEvent("chat.rehydrated");

        assertThat(rehydrated).isEqualTo(Chat.JSON.readTree("""
                {"AbsoluteTime": "%s", "ContentType": "application/vnd.amazonaws.connect.event.chat.rehydrated",
                 "Id": "%s", "Type": "EVENT", "InitialContactId": "%s", "ContactId": "%s"}""".formatted(
                        rehydrated.path("AbsoluteTime").asString(),
                        rehydrated.path("Id").asString(),
                        second.contactId(),
                        second.contactId())));
        Times.in(rehydrated, "AbsoluteTime");
        socket.close();
    }

    @Test
    @Rule("W17")
    void aChatWithoutAPastIsNotRehydrated() {
        Chat first = past(Chat.start(EMULATOR), "past");
        Chat related = Chat.start(EMULATOR, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "RelatedContactId": "%s"}""".formatted(first.contactId()));
        for (Chat chat : List.of(Chat.start(EMULATOR), related)) {
            ClientSocket socket = chat.customer().join();
            assertThat(socket.itemsUpToNow())
                    .extracting(item -> item.path("ContentType").asString())
                    .containsExactly(Party.EVENT + "participant.joined");
            socket.close();
        }
    }

    @Test
    @Rule("P45")
    void theContactIdOfAPastChatReadsItLikeNoneAndAnotherReadsNothing() {
        Chat first = past(Chat.start(EMULATOR), "1", "2");
        Chat another = past(Chat.start(EMULATOR), "not mine");
        Chat second = Chat.continuing(EMULATOR, first.contactId(), "ENTIRE_PAST_SESSION");
        second.customer().say("3");

        JsonNode own = second.customer().transcript("{}");

        assertThat(own.has("NextToken")).isTrue();
        assertThat(second.customer()
                        .transcript("""
                {"ContactId": "%s"}""".formatted(first.contactId()))
                        .path("Transcript"))
                .isEqualTo(own.path("Transcript"));
        assertThat(second.customer().transcript("""
                {"ContactId": "%s"}""".formatted(another.contactId())))
                .isEqualTo(Chat.JSON.readTree("""
                        {"InitialContactId": "%s", "Transcript": []}""".formatted(second.contactId())));
    }
}
