package org.connectchat.connect.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows the tree of a contact. */
class ListAssociatedContactsTest {

    private final Emulator emulator = Emulator.unthrottled();

    private Answer associated(String query) {
        return emulator.send("GET", "/contact/associated/an-instance?" + query, null);
    }

    private static List<String> ids(JsonNode response) {
        return response.path("ContactSummaryList").findValuesAsString("ContactId");
    }

    /** A session of two contacts, one that continues it, and one that refers to that. */
    private List<String> tree() {
        Chat first = Chat.start(emulator);
        String second = new Control(emulator)
                .join(first.contactId(), "Bob")
                .transferTo("Eve")
                .contactId();
        emulator.stop("an-instance", second);
        Chat third = Chat.continuing(emulator, first.contactId(), "ENTIRE_PAST_SESSION");
        String fourth = emulator.started("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "RelatedContactId": "%s"}""".formatted(third.contactId()));
        return List.of(first.contactId(), second, third.contactId(), fourth);
    }

    @Test
    @Rule("U6")
    void everyContactOfATreeShowsTheWholeTree() {
        List<String> tree = tree();
        Chat.start(emulator);

        for (String id : tree) {
            Answer response = associated("contactId=" + id);
            assertThat(response.outcome()).isEqualTo("200");
            assertThat(ids(response.json())).containsExactlyInAnyOrderElementsOf(tree);
            assertThat(response.json().has("NextToken")).isFalse();
        }
    }

    @Test
    @Rule("U6")
    void eachContactIsSummedUp() {
        List<String> tree = tree();

        JsonNode list = associated("contactId=" + tree.get(0)).json().path("ContactSummaryList");
        JsonNode second = null;
        JsonNode third = null;
        for (JsonNode each : list) {
            second = each.path("ContactId").asString().equals(tree.get(1)) ? each : second;
            third = each.path("ContactId").asString().equals(tree.get(2)) ? each : third;
        }

        assertThat(second.path("ContactArn").asString())
                .isEqualTo("arn:aws:connect:us-east-1:000000000000:instance/an-instance/contact/" + tree.get(1));
        assertThat(second.path("InitialContactId").asString()).isEqualTo(tree.get(0));
        assertThat(second.path("PreviousContactId").asString()).isEqualTo(tree.get(0));
        assertThat(second.path("InitiationMethod").asString()).isEqualTo("TRANSFER");
        assertThat(second.path("Channel").asString()).isEqualTo("CHAT");
        assertThat(second.path("InitiationTimestamp").isNumber()).isTrue();
        assertThat(second.path("DisconnectTimestamp").isNumber()).isTrue();
        assertThat(third.path("RelatedContactId").asString()).isEqualTo(tree.get(1));
        assertThat(third.has("DisconnectTimestamp")).isFalse();
    }

    @Test
    @Rule("U6")
    void pagesLeadThroughTheTreeOldestFirst() {
        List<String> tree = tree();
        List<String> found = new ArrayList<>();
        String query = "contactId=" + tree.get(3) + "&maxResults=1";

        JsonNode page = associated(query).json();
        found.addAll(ids(page));
        while (page.has("NextToken")) {
            page = associated(query + "&nextToken=" + page.path("NextToken").asString())
                    .json();
            found.addAll(ids(page));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(tree);
        assertThat(found).isEqualTo(ids(associated("contactId=" + tree.get(1)).json()));
    }

    @Test
    @Rule("U6")
    void aTokenIsForItsContactOnly() {
        List<String> tree = tree();
        String token = associated("contactId=" + tree.get(0) + "&maxResults=1").text("NextToken");

        assertThat(associated("contactId=" + tree.get(1) + "&nextToken=" + token)
                        .outcome())
                .isEqualTo("400 InvalidParameterException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maxResults=1                  | InvalidRequestException
            contactId=                    | InvalidParameterException
            contactId=c&maxResults=0      | InvalidParameterException
            contactId=c&maxResults=101    | InvalidParameterException
            contactId=c&maxResults=many   | InvalidParameterException
            contactId=c&maxResults=%2B5   | InvalidParameterException
            contactId=c&nextToken=abc     | InvalidParameterException
            """)
    @Rule("U6")
    void wrongInputIsRefused(String query, String code) {
        assertThat(associated(query).outcome()).isEqualTo("400 " + code);
    }

    @Test
    @Rule("U6")
    void anUnknownContactIsNotFound() {
        assertThat(associated("contactId=nothing").outcome()).isEqualTo("404 ResourceNotFoundException");
    }
}
