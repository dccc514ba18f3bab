package org.connectchat.connect.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ContactMetricInfo;
import software.amazon.awssdk.services.connect.model.ContactMetricName;
import tools.jackson.databind.JsonNode;

/** Shows what a contact learns of its wait. */
class GetContactMetricsTest {

    private static final String BOTH = "[{\"Name\": \"POSITION_IN_QUEUE\"}, {\"Name\": \"ESTIMATED_WAIT_TIME\"}]";
    private static final String ID = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

    private final Emulator emulator = Emulator.unthrottled();
    private final WaitingCentre centre = new WaitingCentre(emulator);

    @Test
    @Rule("U7")
    void thePositionIsThatInTheQueue() {
        Chat first = centre.queued();
        Chat second = centre.queued();

        assertThat(centre.position(first)).isEqualTo(1);
        Answer response = centre.metrics(second.contactId(), "[{\"Name\": \"POSITION_IN_QUEUE\"}]");

        assertThat(response.json())
                .isEqualTo(JsonText.of("""
                {"MetricResults": [{"Name": "POSITION_IN_QUEUE", "Value": {"Number": 2.0}}], "Id": "%s",
                 "Arn": "arn:aws:connect:us-east-1:000000000000:instance/%s/contact/%s"}""".formatted(second.contactId(), centre.instanceId(), second.contactId())));
        centre.control().join(first.contactId(), "Bob");
        assertThat(centre.position(second)).isEqualTo(1);
    }

    @Test
    @Rule("U7")
    void aContactThatDoesNotWaitHasNoResults() {
        Chat chat = centre.start();

        assertThat(centre.metrics(chat.contactId(), BOTH).json().path("MetricResults"))
                .isEmpty();
        centre.queued(chat);
        centre.control().join(chat.contactId(), "Bob");
        assertThat(centre.metrics(chat.contactId(), BOTH).json().path("MetricResults"))
                .isEmpty();
    }

    @Test
    @Rule("U7")
    void theEstimateIsWhatIsLeftOfTheWaitsOfOthers() {
        Chat first = centre.queued();
        Chat second = centre.queued();
        assertThat(centre.metrics(second.contactId(), BOTH).json().path("MetricResults"))
                .hasSize(1);
        centre.route(first, "{\"QueuePriority\": 1}");

        centre.control().join(first.contactId(), "Bob");

        JsonNode results = centre.metrics(second.contactId(), BOTH).json().path("MetricResults");
        assertThat(results).hasSize(2);
        assertThat(results.path(1).path("Name").asString()).isEqualTo("ESTIMATED_WAIT_TIME");
        assertThat(results.path(1).at("/Value/Number").isDouble()).isTrue();
    }

    @Test
    @Rule("U7")
    void boto3AndTheSdkForJavaSeeTheValue() throws Exception {
        Chat chat = centre.queued();

        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            var metrics = connect.getContactMetrics(request -> request.instanceId(centre.instanceId())
                    .contactId(chat.contactId())
                    .metrics(ContactMetricInfo.builder()
                            .name(ContactMetricName.POSITION_IN_QUEUE)
                            .build()));
            assertThat(metrics.id()).isEqualTo(chat.contactId());
            assertThat(metrics.arn()).endsWith("/contact/" + chat.contactId());
            assertThat(metrics.metricResults()).singleElement().satisfies(result -> {
                assertThat(result.name()).isEqualTo(ContactMetricName.POSITION_IN_QUEUE);
                assertThat(result.value().number()).isEqualTo(1);
            });
        }
        assertThat(Boto3.at(emulator.endpoint()).run("""
                        print(json.dumps(connect.get_contact_metrics(InstanceId="%s", ContactId="%s",
                            Metrics=[{"Name": "POSITION_IN_QUEUE"}])["MetricResults"]))
                        """.formatted(centre.instanceId(), chat.contactId())))
                .isEqualTo(JsonText.of("""
                        [{"Name": "POSITION_IN_QUEUE", "Value": {"Number": 1.0}}]"""));
    }

    @Test
    @Rule("U7")
    void anArnNamesTheInstanceToo() {
        Chat chat = centre.queued();

        Answer response =
                emulator.send("POST", "/metrics/contact", """
                {"InstanceId": "arn:aws:connect:us-east-1:000000000000:instance/%s", "ContactId": "%s",
                 "Metrics": [{"Name": "POSITION_IN_QUEUE"}]}""".formatted(centre.instanceId(), chat.contactId()));

        assertThat(response.json().path("MetricResults")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"InstanceId": "ID", "ContactId": "ID"}                                             | InvalidRequestException   | Metrics
            {"InstanceId": "ID", "ContactId": "ID", "Metrics": []}                              | InvalidParameterException | 1 to 100
            {"InstanceId": "ID", "ContactId": "ID", "Metrics": [{}]}                            | InvalidRequestException   | Metrics[0].Name
            {"InstanceId": "ID", "ContactId": "ID", "Metrics": [{"Name": "MOOD"}]}              | InvalidParameterException | Metrics[0].Name
            {"InstanceId": "an-instance", "ContactId": "ID", "Metrics": [{"Name": "ESTIMATED_WAIT_TIME"}]} | InvalidParameterException | InstanceId
            {"InstanceId": "ID", "ContactId": "c", "Metrics": [{"Name": "ESTIMATED_WAIT_TIME"}]}           | InvalidParameterException | ContactId
            {"ContactId": "ID", "Metrics": [{"Name": "ESTIMATED_WAIT_TIME"}]}                   | InvalidRequestException   | InstanceId
            """)
    @Rule("U7")
    void everyViolationIsNamed(String body, String code, String member) {
        Answer response = emulator.send(
                "POST", "/metrics/contact", body.replace("ID\"", ID + "\"").replace("\"Instance" + ID, "\"InstanceId"));

        assertThat(response.outcome()).isEqualTo("400 " + code);
        assertThat(response.message()).contains(member);
    }

    @Test
    @Rule("U7")
    void anUnknownContactIsNotFound() {
        assertThat(centre.metrics(ID, BOTH).outcome()).isEqualTo("404 ResourceNotFoundException");
    }
}
