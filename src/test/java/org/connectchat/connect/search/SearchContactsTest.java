package org.connectchat.connect.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows how contacts are found, each test in an instance of its own. */
class SearchContactsTest {

    private static final String EVER = """
            "TimeRange": {"Type": "INITIATION_TIMESTAMP", "StartTime": 0, "EndTime": 253402300799}""";

    private final Emulator emulator = Emulator.unthrottled();
    private final String instanceId = "search-" + UUID.randomUUID();

    private String started(String more) {
        return emulator.started("""
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}%s}""".formatted(instanceId, more));
    }

    private Answer search(String members) {
        return emulator.send("POST", "/search-contacts", """
                {"InstanceId": "%s", %s}""".formatted(instanceId, members));
    }

    private List<String> found(String criteria) {
        Answer response = search(EVER + ", \"SearchCriteria\": {" + criteria + "}");
        assertThat(response.outcome()).isEqualTo("200");
        List<String> ids = ids(response.json());
        assertThat(response.json().path("TotalCount").asInt()).isEqualTo(ids.size());
        return ids;
    }

    private static List<String> ids(JsonNode response) {
        List<String> ids = new ArrayList<>();
        response.path("Contacts").forEach(each -> ids.add(each.path("Id").asString()));
        return ids;
    }

    private void name(String contactId, String name) {
        emulator.send("POST", "/contacts/" + instanceId + "/" + contactId, "{\"Name\": \"%s\"}".formatted(name));
    }

    private void tag(String contactId, String tags) {
        emulator.send("POST", "/contact/tags", """
                {"InstanceId": "%s", "ContactId": "%s", "Tags": %s}""".formatted(instanceId, contactId, tags));
    }

    @Test
    @Rule("U9")
    void aContactIsSummedUp() {
        String id = started(", \"SegmentAttributes\": {\"tier\": {\"ValueString\": \"gold\"}}");
        name(id, "A loan");
        tag(id, "{\"team\": \"one\"}");
        new Control(emulator).join(id, "Bob");
        emulator.stop(instanceId, id);

        JsonNode contact = search(EVER).json().path("Contacts").path(0);

        assertThat(contact.path("Arn").asString())
                .isEqualTo("arn:aws:connect:us-east-1:000000000000:instance/" + instanceId + "/contact/" + id);
        assertThat(contact.path("Id").asString()).isEqualTo(id);
        assertThat(contact.path("InitialContactId").asString()).isEqualTo(id);
        assertThat(contact.path("InitiationMethod").asString()).isEqualTo("API");
        assertThat(contact.path("Channel").asString()).isEqualTo("CHAT");
        assertThat(contact.path("Name").asString()).isEqualTo("A loan");
        assertThat(contact.at("/Tags/team").asString()).isEqualTo("one");
        assertThat(contact.at("/SegmentAttributes/tier/ValueString").asString()).isEqualTo("gold");
        assertThat(contact.at("/AgentInfo/ConnectedToAgentTimestamp").isNumber())
                .isTrue();
        assertThat(contact.path("InitiationTimestamp").isNumber()).isTrue();
        assertThat(contact.path("DisconnectTimestamp").isNumber()).isTrue();
    }

    @Test
    @Rule("U9")
    void onlyContactsOfTheInstanceAndTheTimeAreFound() {
        String id = started("");
        double initiated = emulator.describe(instanceId, id)
                .json()
                .at("/Contact/InitiationTimestamp")
                .asDouble();
        String range = "\"TimeRange\": {\"Type\": \"%s\", \"StartTime\": %.3f, \"EndTime\": %.3f}";

        assertThat(ids(search(range.formatted("INITIATION_TIMESTAMP", initiated, initiated))
                        .json()))
                .containsExactly(id);
        assertThat(ids(search(range.formatted("INITIATION_TIMESTAMP", initiated + 0.001, initiated + 9))
                        .json()))
                .isEmpty();
        for (String type : List.of(
                "DISCONNECT_TIMESTAMP", "CONNECTED_TO_AGENT_TIMESTAMP", "ENQUEUE_TIMESTAMP", "SCHEDULED_TIMESTAMP")) {
            assertThat(ids(search(range.formatted(type, 0.0, initiated + 3_600)).json()))
                    .isEmpty();
        }
        emulator.stop(instanceId, id);
        assertThat(ids(search(range.formatted("DISCONNECT_TIMESTAMP", initiated, initiated + 3_600))
                        .json()))
                .containsExactly(id);
    }

    @Test
    @Rule("U9")
    void channelsInitiationMethodsAndQueuesAreCriteria() {
        String first = started("");
        String second =
                new Control(emulator).join(first, "Bob").transferTo("Eve").contactId();

        assertThat(found("\"Channels\": [\"VOICE\"]")).isEmpty();
        assertThat(found("\"Channels\": [\"VOICE\", \"CHAT\"]")).containsExactlyInAnyOrder(first, second);
        assertThat(found("\"InitiationMethods\": [\"TRANSFER\", \"INBOUND\"]")).containsExactly(second);
        assertThat(found("\"QueueIds\": [\"sales\"]")).isEmpty();
        assertThat(found("\"QueueIds\": []")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["LOAN"]                   | MATCH_ANY   | ab
            ["LOAN", "house"]          | MATCH_ANY   | abc
            ["loan", "small"]          | MATCH_ALL   | b
            ["a loan"]                 | MATCH_EXACT | a
            ["loan"]                   | MATCH_NONE  | cd
            []                         | MATCH_ALL   | abcd
            """)
    @Rule("U9")
    void namesAreMatched(String texts, String match, String letters) {
        String a = started("");
        String b = started("");
        String c = started("");
        String d = started("");
        name(a, "A loan");
        name(b, "A small loan");
        name(c, "A house");

        List<String> found = found("\"Name\": {\"SearchText\": %s, \"MatchType\": \"%s\"}".formatted(texts, match));

        String of = (found.contains(a) ? "a" : "")
                + (found.contains(b) ? "b" : "")
                + (found.contains(c) ? "c" : "")
                + (found.contains(d) ? "d" : "");
        assertThat(of).isEqualTo(letters);
    }

    @Test
    @Rule("U9")
    void attributesAreMatched() {
        String one = started(", \"Attributes\": {\"language\": \"en\", \"tier\": \"gold\"}");
        String two = started(", \"Attributes\": {\"language\": \"de\", \"tier\": \"gold\"}");
        String three = started("");
        String criteria =
                "\"SearchableContactAttributes\": {\"Criteria\": [{\"Key\": \"language\", \"Values\": [\"en\", \"fr\"]},"
                        + " {\"Key\": \"tier\", \"Values\": [\"gold\"]}]%s}";

        assertThat(found(criteria.formatted(""))).containsExactly(one);
        assertThat(found(criteria.formatted(", \"MatchType\": \"MATCH_ANY\""))).containsExactlyInAnyOrder(one, two);
        assertThat(found(criteria.formatted(", \"MatchType\": \"MATCH_NONE\""))).containsExactly(three);
    }

    @Test
    @Rule("U9")
    void tagsAreMatched() {
        String one = started("");
        String two = started("");
        started("");
        tag(one, "{\"team\": \"a\", \"cost\": \"1\"}");
        tag(two, "{\"team\": \"b\"}");

        assertThat(found("\"ContactTags\": {\"TagCondition\": {\"TagKey\": \"team\", \"TagValue\": \"a\"}}"))
                .containsExactly(one);
        assertThat(found("\"ContactTags\": {\"TagCondition\": {\"TagKey\": \"team\"}}"))
                .containsExactlyInAnyOrder(one, two);
        assertThat(found("\"ContactTags\": {\"AndConditions\": [{\"TagKey\": \"team\"}, {\"TagValue\": \"1\"}]}"))
                .containsExactly(one);
        assertThat(found("\"ContactTags\": {\"OrConditions\": [[{\"TagKey\": \"team\", \"TagValue\": \"b\"}],"
                        + " [{\"TagKey\": \"cost\"}, {\"TagKey\": \"none\"}]]}"))
                .containsExactly(two);
    }

    @Test
    @Rule("U9")
    void pagesLeadThroughAllContactsInEitherOrder() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(started(""));
        }
        for (String order : List.of("ASCENDING", "DESCENDING")) {
            String question = EVER
                    + ", \"MaxResults\": 3, \"Sort\": {\"FieldName\": \"INITIATION_TIMESTAMP\", \"Order\": \"%s\"}"
                            .formatted(order);
            JsonNode page = search(question).json();
            List<String> found = new ArrayList<>(ids(page));
            while (page.has("NextToken")) {
                assertThat(page.path("TotalCount").asInt()).isEqualTo(7);
                page = search(question
                                + ", \"NextToken\": \"%s\""
                                        .formatted(page.path("NextToken").asString()))
                        .json();
                found.addAll(ids(page));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    @Rule("U9")
    void contactsWithoutTheFieldComeLast() {
        String running = started("");
        String ended = started("");
        emulator.stop(instanceId, ended);

        for (String order : List.of("ASCENDING", "DESCENDING")) {
            assertThat(ids(search(EVER
                                    + ", \"Sort\": {\"FieldName\": \"DISCONNECT_TIMESTAMP\", \"Order\": \"%s\"}"
                                            .formatted(order))
                            .json()))
                    .containsExactly(ended, running);
        }
    }

    @Test
    @Rule("U9")
    void aTokenIsForItsSearchOnly() {
        started("");
        started("");
        String token = search(EVER + ", \"MaxResults\": 1").text("NextToken");

        assertThat(search(EVER + ", \"MaxResults\": 2, \"NextToken\": \"%s\"".formatted(token))
                        .outcome())
                .isEqualTo("200");
        assertThat(search(EVER
                                + ", \"SearchCriteria\": {\"Channels\": [\"CHAT\"]}, \"NextToken\": \"%s\""
                                        .formatted(token))
                        .outcome())
                .isEqualTo("400 InvalidParameterException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "MaxResults": 1                                                                     | InvalidRequestException   | TimeRange
            "TimeRange": {"Type": "INITIATION_TIMESTAMP", "StartTime": 2}                       | InvalidRequestException   | EndTime
            "TimeRange": {"Type": "INITIATION_TIMESTAMP", "StartTime": 2, "EndTime": 1}         | InvalidRequestException   | before StartTime
            "TimeRange": {"Type": "BIRTH", "StartTime": 1, "EndTime": 2}                        | InvalidParameterException | TimeRange.Type
            "TimeRange": {"Type": "INITIATION_TIMESTAMP", "StartTime": 1, "EndTime": 1e300}     | InvalidParameterException | TimeRange.EndTime
            "TimeRange": {"Type": "INITIATION_TIMESTAMP", "StartTime": "1", "EndTime": 2}       | InvalidRequestException   | StartTime
            EVER, "MaxResults": 101                                                             | InvalidParameterException | MaxResults
            EVER, "NextToken": ""                                                               | InvalidParameterException | NextToken
            EVER, "NextToken": "abc"                                                            | InvalidParameterException | NextToken
            EVER, "Sort": {"FieldName": "NAME", "Order": "ASCENDING"}                           | InvalidParameterException | Sort.FieldName
            EVER, "Sort": {"FieldName": "CHANNEL"}                                              | InvalidRequestException   | Sort.Order
            EVER, "SearchCriteria": {"AgentIds": ["a"]}                                         | InvalidRequestException   | AgentIds: is not emulated
            EVER, "SearchCriteria": {"ContactAnalysis": {}}                                     | InvalidRequestException   | ContactAnalysis: is not emulated
            EVER, "SearchCriteria": {"Channels": ["FAX"]}                                       | InvalidParameterException | Channels[0]
            EVER, "SearchCriteria": {"InitiationMethods": ["LETTER"]}                           | InvalidParameterException | InitiationMethods[0]
            EVER, "SearchCriteria": {"Name": {"SearchText": ["a"]}}                             | InvalidRequestException   | Name.MatchType
            EVER, "SearchCriteria": {"SearchableContactAttributes": {"Criteria": [{"Key": ""}]}} | InvalidParameterException | Criteria[0].Key
            """)
    @Rule("U9")
    void everyViolationIsNamed(String members, String code, String member) {
        Answer response = search(members.replace("EVER", EVER));

        assertThat(response.outcome()).isEqualTo("400 " + code);
        assertThat(response.message()).contains(member);
    }
}
