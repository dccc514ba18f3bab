package org.connectchat.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows what instances, queues and views look like on the wire, with and without a catalogue of them. */
class CatalogueOperationsTest {

    private static final String ARN = "arn:aws:connect:us-east-1:000000000000:instance/";

    private final Emulator stocked = Stocked.emulator();
    private final Emulator empty = Emulator.unthrottled();

    @Test
    @Rule("U11")
    void withoutACatalogueEveryInstanceExists() {
        JsonNode instance = get(empty, "/instance/6f1c").path("Instance");

        assertThat(instance.propertyNames())
                .containsExactlyInAnyOrder(
                        "Id",
                        "Arn",
                        "IdentityManagementType",
                        "InstanceAlias",
                        "CreatedTime",
                        "ServiceRole",
                        "InstanceStatus",
                        "InboundCallsEnabled",
                        "OutboundCallsEnabled",
                        "InstanceAccessUrl",
                        "Tags");
        assertThat(instance.path("Arn").asString()).isEqualTo(ARN + "6f1c");
        assertThat(instance.path("InstanceStatus").asString()).isEqualTo("ACTIVE");
        assertThat(instance.path("InstanceAccessUrl").asString()).isEqualTo("https://6f1c.my.connect.aws");
        assertThat(get(empty, "/instance/6f1c").path("Instance")).isEqualTo(instance);
    }

    @Test
    @Rule("U11")
    void anIdThatIsNoAliasHasNoUrl() {
        JsonNode instance = get(empty, "/instance/an_instance").path("Instance");

        assertThat(instance.has("InstanceAlias") || instance.has("InstanceAccessUrl"))
                .isFalse();
    }

    @Test
    @Rule("U12")
    void withoutACatalogueThereIsNoInstanceToList() {
        assertThat(get(empty, "/instance")).isEqualTo(JsonText.of("{\"InstanceSummaryList\": []}"));
    }

    @Test
    @Rule({"U12", "C8"})
    void anInstanceThatIsAddedWhileTheEmulatorRunsIsListed() {
        Emulator changing = Emulator.with("emulator.throttling.enabled=false", "emulator.region=eu-west-1");
        changing.send("PATCH", "/_emulator/settings", """
                {"instances": [{"id": "school", "alias": "my-school"}]}""");

        assertThat(get(changing, "/instance")
                        .at("/InstanceSummaryList/0/InstanceAlias")
                        .asString())
                .isEqualTo("my-school");
        assertThat(changing.send("PATCH", "/_emulator/settings", """
                        {"instances": [{"id": "school", "alias": "d-1"}]}""").status()).isEqualTo(400);
        changing.send("PATCH", "/_emulator/settings", "{\"instances\": []}");
    }

    @Test
    @Rule("U13")
    void withoutConfiguredQueuesEveryIdIsOne() {
        assertThat(get(empty, "/queues/i/any-queue")).isEqualTo(JsonText.of("""
                {"Queue": {"Name": "any-queue", "QueueArn": "%si/queue/any-queue", "QueueId": "any-queue",
                           "Status": "ENABLED"}}""".formatted(ARN)));
        assertThat(get(empty, "/queues-summary/i")).isEqualTo(JsonText.of("{\"QueueSummaryList\": []}"));
    }

    @Test
    @Rule("U13")
    void theQueueOfAnAgentHasNoName() {
        assertThat(get(stocked, "/queues-summary/shop?queueTypes=AGENT")).isEqualTo(JsonText.of("""
                {"QueueSummaryList": [{"Id": "grace", "Arn": "%sshop/queue/agent/grace", "QueueType": "AGENT"}]}""".formatted(ARN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queueTypes=STANDARD", "queueTypes=AGENT"})
    @Rule("U13")
    void everyQueueThatIsListedIsDescribedByItsIdAndByItsArn(String types) {
        JsonNode listed = get(stocked, "/queues-summary/shop?" + types).path("QueueSummaryList");

        assertThat(listed).isNotEmpty().allSatisfy(queue -> {
            JsonNode described =
                    get(stocked, "/queues/shop/" + queue.path("Id").asString()).path("Queue");
            assertThat(described.path("QueueArn")).isEqualTo(queue.path("Arn"));
            assertThat(described.path("QueueId")).isEqualTo(queue.path("Id"));
            assertThat(described.path("Name")).isEqualTo(queue.path("Name"));
            String arn = URLEncoder.encode(queue.path("Arn").asString(), UTF_8);
            assertThat(get(stocked, "/queues/shop/" + arn).path("Queue")).isEqualTo(described);
        });
    }

    @Test
    @Rule("U14")
    void aViewIsShownWithItsContent() {
        assertThat(get(stocked, "/views/shop/form:3")).isEqualTo(JsonText.of("""
                {"View": {"Id": "form", "Arn": "%sshop/view/form", "Name": "A form", "Status": "PUBLISHED",
                          "Type": "CUSTOMER_MANAGED", "Version": 3,
                          "Content": {"InputSchema": "{}", "Template": "{\\"Head\\":{}}", "Actions": ["Submit"]}}}""".formatted(ARN)));
    }

    @ParameterizedTest
    @CsvSource({
        "/instance/school, 404 ResourceNotFoundException",
        "/instance?maxResults=0, 400 InvalidRequestException",
        "/instance?maxResults=ten, 400 InvalidRequestException",
        "/instance?nextToken=x, 400 InvalidRequestException",
        "/queues-summary/school, 404 ResourceNotFoundException",
        "/queues-summary/shop?queueTypes=AGENT&queueTypes=AGENT&queueTypes=AGENT, 400 InvalidParameterException",
        "/queues-summary/shop?maxResults=1001, 400 InvalidParameterException",
        "/queues/shop/The%20sales, 404 ResourceNotFoundException",
        "/queues/school/sales, 404 ResourceNotFoundException",
        "/views/sh%20op, 400 InvalidParameterException",
        "/views/school, 404 ResourceNotFoundException",
        "/views/shop?maxResults=101, 400 InvalidParameterException",
        "/views/shop/form:$OLDEST, 404 ResourceNotFoundException",
        "/views/school/form, 404 ResourceNotFoundException",
    })
    @Rule({"U11", "U12", "U13", "U14"})
    void whatIsWrongIsRefused(String path, String outcome) {
        assertThat(stocked.send("GET", path, null).outcome()).isEqualTo(outcome);
    }

    private static JsonNode get(Emulator emulator, String path) {
        Answer answer = emulator.send("GET", path, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
