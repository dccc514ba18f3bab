package org.connectchat.connect.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows the operations on flows over HTTP. */
class ContactFlowsTest {

    private static final String SAVED = "\"Status\": \"SAVED\"";

    private final Emulator emulator = Emulator.unthrottled();

    private Answer create(String instance, String body) {
        return emulator.send("PUT", "/contact-flows/" + instance, body);
    }

    private String created(String instance, String name, String content, String... more) {
        Answer answer = create(instance, Flows.create(name, content, more));
        assertThat(answer.outcome()).as(answer.body()).isEqualTo("200");
        return answer.text("ContactFlowId");
    }

    private Answer describe(String instance, String id) {
        return emulator.send("GET", "/contact-flows/" + instance + "/" + id, null);
    }

    private Answer post(String instance, String id, String what, String body) {
        return emulator.send("POST", "/contact-flows/" + instance + "/" + id + "/" + what, body);
    }

    @Test
    @Rule("F84")
    void contentComesBackByteForByte() {
        String content = Flows.SMALLEST.replace("{}", "{ \"note\" :\t\"é 😀 \\u00e9 \\/ 1.50\" }\r\n");

        Answer described = describe("shop", created("shop", "Byte for byte", content, SAVED) + ":$SAVED");

        assertThat(described.json().at("/ContactFlow/Content").asString()).isEqualTo(content);
    }

    @Test
    @Rule("F83")
    void aFlowIsPublishedUnlessItIsSaved() {
        String published = created("shop", "Published", Flows.SMALLEST);
        String saved = created("shop", "Saved", Flows.BROKEN, SAVED);

        assertThat(describe("shop", published).json().at("/ContactFlow/Status").asString())
                .isEqualTo("PUBLISHED");
        assertThat(describe("shop", saved).outcome()).isEqualTo("404 ContactFlowNotPublishedException");
        assertThat(describe("shop", saved + ":$SAVED")
                        .json()
                        .at("/ContactFlow/Status")
                        .asString())
                .isEqualTo("SAVED");
    }

    @Test
    @Rule("F83")
    void savedContentIsNotCheckedButIsJson() {
        assertThat(create("shop", Flows.create("No JSON", "{\"Version\": ", SAVED))
                        .outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(create("shop", Flows.create("A list", "[]", SAVED)).outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(create("shop", Flows.create("Two values", "{} {}", SAVED)).outcome())
                .isEqualTo("400 InvalidRequestException");
    }

    @Test
    @Rule("F83")
    void updatingTheContentPublishesItAndUpdatingTheSavedOneDoesNot() {
        String id = created("shop", "Updated", Flows.SMALLEST);
        String draft = Flows.SMALLEST.replace("end", "draft");
        String update = "{\"Content\": " + Flows.quoted(draft) + "}";

        assertThat(post("shop", id + ":$SAVED", "content", update).outcome()).isEqualTo("200");
        assertThat(describe("shop", id).json().at("/ContactFlow/Content").asString())
                .isEqualTo(Flows.SMALLEST);
        assertThat(describe("shop", id + ":$SAVED")
                        .json()
                        .at("/ContactFlow/Content")
                        .asString())
                .isEqualTo(draft);

        assertThat(post("shop", id, "content", update).body()).isEqualTo("{}");
        assertThat(describe("shop", id).json().at("/ContactFlow/Content").asString())
                .isEqualTo(draft);
        assertThat(describe("shop", id).json().at("/ContactFlow/Version").asInt())
                .isEqualTo(3);
    }

    @Test
    @Rule("F83")
    void aFlowThatIsNotPublishedStartsNoChat() {
        String id = created("unpublished", "Draft", Flows.SMALLEST, SAVED);
        String start =
                Emulator.SMALLEST_START.replace("an-instance", "unpublished").replace("a-flow", id);

        assertThat(emulator.start(start).outcome()).isEqualTo("404 ResourceNotFoundException");
        post("unpublished", id, "content", "{\"Content\": " + Flows.quoted(Flows.SMALLEST) + "}");
        assertThat(emulator.start(start).outcome()).isEqualTo("200");
    }

    @Test
    @Rule("F86")
    void anArchivedFlowStartsNoChat() {
        String id = created("archive", "Old", Flows.SMALLEST);
        String start = Emulator.SMALLEST_START.replace("an-instance", "archive").replace("a-flow", id);

        assertThat(post("archive", id, "metadata", "{\"ContactFlowState\": \"ARCHIVED\"}")
                        .body())
                .isEqualTo("{}");
        assertThat(emulator.start(start).outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(post("archive", id, "metadata", "{\"ContactFlowState\": \"ACTIVE\"}")
                        .outcome())
                .isEqualTo("200");
        assertThat(emulator.start(start).outcome()).isEqualTo("200");
    }

    @Test
    @Rule("F85")
    void allProblemsOfAFlowAreListedAndTheFirstIsTheMessage() {
        Answer refused = create("shop", Flows.create("Broken", Flows.BROKEN));

        assertThat(refused.outcome()).isEqualTo("400 InvalidContactFlowException");
        assertThat(refused.json().path("problems")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(refused.json().at("/problems/0/message").asString()).isEqualTo(refused.message());
        assertThat(refused.body()).contains("nowhere").contains("gone");
    }

    @Test
    @Rule("F85")
    void problemsOfTheStructureAndOfTheShapeAreListedTogether() {
        String content = """
                {"Version": "2019-10-30", "StartAction": "missing", "Actions": [
                 {"Identifier": "a", "Type": "Foo", "Parameters": {}, "Transitions": {"NextAction": "gone"}},
                 {"Identifier": "a", "Type": "Bar", "Parameters": {}, "Transitions": {}},
                 {"Type": "Wait", "Parameters": {"Colour": "red"}, "Transitions": {}},
                 {"Identifier": "b", "Type": "MessageParticipant", "Parameters": {"Text": "Hi", "Volume": "loud"},
                  "Transitions": {"NextAction": "c"}},
                 {"Identifier": "c", "Type": "InvokeFlowModule", "Parameters": {"FlowModuleId": "$.Attributes.x"},
                  "Transitions": {"NextAction": "nowhere"}}]}""";

        Answer refused = create("shop", Flows.create("Wrong in two ways", content));

        assertThat(refused.outcome()).isEqualTo("400 InvalidContactFlowException");
        assertThat(refused.json().path("problems"))
                .extracting(problem -> problem.path("message").asString())
                .contains(
                        "StartAction names no action of this flow: \"missing\"",
                        "Actions[1].Identifier must be unique, but Actions[0] also has \"a\"",
                        "JSON field is missing or null for field name: Actions[2].Identifier",
                        "Actions[0].Transitions.NextAction names no action of this flow: \"gone\"",
                        "Actions[4].Transitions.NextAction names no action of this flow: \"nowhere\"",
                        "Invalid Action type. Type: Foo",
                        "Invalid Action type. Type: Bar",
                        "Invalid Action property name. Path: Actions[2].Parameters.Colour",
                        "Invalid Action property name. Path: Actions[3].Parameters.Volume");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not JSON", "[]", "{}", "{\"Version\": \"2012-10-17\", \"StartAction\": \"a\", \"Actions\": []}"
            })
    @Rule("F85")
    void whatIsNoFlowAtAllIsAnInvalidRequest(String content) {
        assertThat(create("shop", Flows.create("No flow", content)).outcome()).isEqualTo("400 InvalidRequestException");
    }

    @Test
    @Rule("F86")
    void aNameIsUniqueForAnInstanceAndATypeAndFreeAfterItsDeletion() {
        String id = created("names", "Welcome", Flows.SMALLEST);
        String other = created("names", "Other", Flows.SMALLEST);

        assertThat(create("names", Flows.create("Welcome", Flows.SMALLEST)).outcome())
                .isEqualTo("409 DuplicateResourceException");
        assertThat(post("names", other, "name", "{\"Name\": \"Welcome\"}").outcome())
                .isEqualTo("409 DuplicateResourceException");
        assertThat(create("other-names", Flows.create("Welcome", Flows.SMALLEST))
                        .outcome())
                .isEqualTo("200");
        assertThat(create("names", Flows.create("Welcome", Flows.SMALLEST).replace("CONTACT_FLOW", "CUSTOMER_QUEUE"))
                        .outcome())
                .isEqualTo("200");
        assertThat(emulator.send("DELETE", "/contact-flows/names/" + id, null).body())
                .isEqualTo("{}");
        assertThat(describe("names", id).outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(create("names", Flows.create("Welcome", Flows.SMALLEST)).outcome())
                .isEqualTo("200");
    }

    @Test
    @Rule("F86")
    void anInstanceHasAHundredFlows() {
        for (int i = 0; i < 100; i++) {
            created("full", "Flow " + i, Flows.SMALLEST);
        }

        assertThat(create("full", Flows.create("One more", Flows.SMALLEST)).outcome())
                .isEqualTo("429 LimitExceededException");
    }

    @Test
    @Rule("I3")
    void anArnInThePathNamesTheSameFlow() {
        Answer created = create("arns", Flows.create("By its ARN", Flows.SMALLEST));
        String arn = created.text("ContactFlowArn");
        assertThat(arn)
                .isEqualTo("arn:aws:connect:us-east-1:000000000000:instance/arns/contact-flow/"
                        + created.text("ContactFlowId"));
        String instance = encoded("arn:aws:connect:us-east-1:000000000000:instance/arns");

        assertThat(describe(instance, encoded(arn + ":$SAVED"))
                        .json()
                        .at("/ContactFlow/Arn")
                        .asString())
                .isEqualTo(arn);
        assertThat(describe(instance, encoded(arn + ":7")).outcome()).isEqualTo("404 ResourceNotFoundException");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @Rule("F83")
    void contentOf256000CharactersIsTakenHoweverItIsEscapedAndNoMore() {
        String room = "é".repeat(256_000 - Flows.SMALLEST.length() - "\"note\": \"\"".length());
        String content = Flows.SMALLEST.replaceFirst("\\{}", "{\"note\": \"" + room + "\"}");
        String body = Flows.create("Large", content, SAVED).replace("é", "\\u00e9");

        assertThat(content).hasSize(256_000);
        assertThat(body.length()).isGreaterThan(1 << 20);
        assertThat(create("large", body).outcome()).isEqualTo("200");
        assertThat(create("large", Flows.create("Larger", content + " ", SAVED)).outcome())
                .isEqualTo("400 InvalidParameterException");
    }

    @Test
    @Rule("F83")
    void aRequestThatBreaksRulesNamesThemAll() {
        Answer refused = create("shop", """
                {"Name": "", "Type": "VOICE_FLOW", "Status": "DONE", "Tags": {}}""");

        assertThat(refused.outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(refused.message())
                .contains("Name: length must be 1 to")
                .contains("Type: must be one of CONTACT_FLOW")
                .contains("Content: is required")
                .contains("Status: must be one of PUBLISHED, SAVED")
                .contains("Tags: must have 1 to 50 entries, has 0");
    }

    @Test
    @Rule("F86")
    void theThrottleIsTwoASecondAndFiveAtOnce() {
        assertThat(JsonText.of(emulator.send("GET", "/_emulator/settings", null).body())
                        .at("/throttling/operations/CreateContactFlow"))
                .isEqualTo(JsonText.of("{\"rate\": 2.0, \"burst\": 5}"));
    }

    @Test
    @Rule("F83")
    void aNumberWithAnExponentOutOfRangeIsAnInvalidRequest() {
        String huge = Flows.SMALLEST.replace("\"Metadata\": {}", "\"Metadata\": {\"x\": 1e9999999999}");
        String id = created("shop", "Usual numbers", Flows.SMALLEST);
        String settings = "\"Settings\": " + Flows.quoted("{\"x\": 1e9999999999}");

        assertThat(create("shop", Flows.create("Huge", huge)).outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(post("shop", id, "content", "{\"Content\": " + Flows.quoted(huge) + "}")
                        .outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(createModule(
                        Flows.createModule("Huge", Flows.MODULE.replace("\"Metadata\": {}", "\"x\": 1e2147483648"))))
                .isEqualTo("400 InvalidRequestException");
        assertThat(createModule(Flows.createModule("Huge", Flows.MODULE, settings)))
                .isEqualTo("400 InvalidRequestException");
    }

    private String createModule(String body) {
        return emulator.send("PUT", "/contact-flow-modules/shop", body).outcome();
    }
}
