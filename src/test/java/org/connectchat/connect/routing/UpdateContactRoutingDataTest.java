package org.connectchat.connect.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows that routing data move a contact in its queue. */
class UpdateContactRoutingDataTest {

    private final WaitingCentre centre = new WaitingCentre(Emulator.unthrottled());

    @Test
    @Rule("U8")
    void theSmallestPriorityGoesFirst() {
        Chat first = centre.queued();
        Chat second = centre.queued();
        Chat third = centre.queued();
        assertThat(first.description().path("QueuePriority").asInt()).isEqualTo(5);

        Answer response = centre.route(third, "{\"QueuePriority\": 1}");
        centre.route(first, "{\"QueuePriority\": 9223372036854775807}");

        assertThat(response.outcome()).isEqualTo("200");
        assertThat(response.json()).isEqualTo(JsonText.of("{}"));
        assertThat(centre.position(third)).isEqualTo(1);
        assertThat(centre.position(second)).isEqualTo(2);
        assertThat(centre.position(first)).isEqualTo(3);
        assertThat(third.description().path("QueuePriority").asInt()).isEqualTo(1);
    }

    @Test
    @Rule("U8")
    void anAdjustmentMakesAContactOlder() {
        Chat first = centre.queued();
        Chat second = centre.queued();

        centre.route(second, "{\"QueueTimeAdjustmentSeconds\": 600}");

        assertThat(centre.position(second)).isEqualTo(1);
        assertThat(second.description().path("QueueTimeAdjustmentSeconds").asInt())
                .isEqualTo(600);
        centre.route(first, "{\"QueueTimeAdjustmentSeconds\": 601}");
        assertThat(centre.position(first)).isEqualTo(1);
        centre.route(first, "{\"QueueTimeAdjustmentSeconds\": -2147483647}");
        assertThat(centre.position(first)).isEqualTo(2);
    }

    @Test
    @Rule("U8")
    void aContactThatEntersAQueueLaterKeepsItsData() {
        Chat waiting = centre.queued();
        Chat later = centre.start();
        assertThat(later.description().has("QueuePriority")).isFalse();

        centre.route(later, "{\"QueuePriority\": 2}");
        centre.queued(later);

        assertThat(centre.position(later)).isEqualTo(1);
        assertThat(centre.position(waiting)).isEqualTo(2);
    }

    @Test
    @Rule("U8")
    void standingAgentsTakeContactsInThatOrder() {
        Chat first = centre.queued();
        Chat second = centre.queued();
        centre.route(second, "{\"QueuePriority\": 4}");
        String agentId = "agent-of-" + centre.instanceId();

        centre.control()
                .call("PUT", "/standing-agents/" + agentId, "{\"queues\": [\"%s\"]}".formatted(centre.queueId()));

        await().until(() -> second.description().at("/AgentInfo/Id").asString().equals(agentId));
        JsonNode waiting = first.description();
        centre.control().call("DELETE", "/standing-agents/" + agentId, null);
        assertThat(waiting.has("AgentInfo")).isFalse();
    }

    @Test
    @Rule("U8")
    void routingCriteriaAreCheckedAndChangeNothing() {
        Chat first = centre.queued();
        Chat second = centre.queued();

        Answer response = centre.route(second, """
                {"RoutingCriteria": {"Steps": [{"Expiry": {"DurationInSeconds": 60}, "Expression": {"OrExpression": [
                  {"AttributeCondition": {"Name": "Language", "Value": "English", "ProficiencyLevel": 4.5,
                                          "ComparisonOperator": "NumberGreaterOrEqualTo"}}]}}]}}""");

        assertThat(response.outcome()).isEqualTo("200");
        assertThat(centre.position(first)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                              | must be given
            {"QueuePriority": 0}                                            | QueuePriority
            {"QueuePriority": 9223372036854775808}                          | QueuePriority
            {"QueueTimeAdjustmentSeconds": 2147483648}                      | QueueTimeAdjustmentSeconds
            {"QueuePriority": 1, "QueueTimeAdjustmentSeconds": 1}           | together
            {"RoutingCriteria": {"Steps": [{"Expiry": {"DurationInSeconds": -1}}]}}   | Steps[0].Expiry
            {"RoutingCriteria": {"Steps": [{"Expression": {"AndExpression": [{"NotAttributeCondition": {"ProficiencyLevel": 6}}]}}]}} | AndExpression[0]
            """)
    @Rule("U8")
    void everyViolationIsAnInvalidParameter(String body, String member) {
        Answer response = centre.route(centre.start(), body);

        assertThat(response.outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(response.message()).contains(member);
    }

    @Test
    @Rule("U8")
    void aContactThatHasEndedIsAConflict() {
        Chat chat = centre.start();
        chat.stop();

        assertThat(centre.route(chat, "{\"QueuePriority\": 1}").outcome()).isEqualTo("409 ResourceConflictException");
    }

    @Test
    @Rule("U8")
    void anUnknownContactIsNotFound() {
        assertThat(new WaitingCentre(Emulator.unthrottled())
                        .route(centre.start(), "{\"QueuePriority\": 1}")
                        .outcome())
                .isEqualTo("404 ResourceNotFoundException");
    }
}
