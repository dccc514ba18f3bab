package org.connectchat.flow.action.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.ActionTypes;
import org.connectchat.flow.action.course.CourseActions;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.shape.FlowCheck;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused of the action types of queues and of the course of a flow when a flow is published. */
class ShapesTest {

    private static final ActionTypes TYPES =
            new ActionTypes(Stream.of(QueueActions.all(null, null, null, null), CourseActions.all(null))
                    .flatMap(List<ActionType>::stream)
                    .toList());

    private static List<String> problems(FlowType flow, String type, String parameters, String transitions) {
        String json = """
                {"Version": "2019-10-30", "StartAction": "1", "Metadata": {}, "Actions": [
                  {"Identifier": "1", "Type": "%s", "Parameters": %s, "Transitions": %s}]}""".formatted(type, parameters, transitions);
        return FlowCheck.problems(FlowReader.draft(json), flow, TYPES::shape).stream()
                .map(Problem::message)
                .toList();
    }

    @Rule("F83")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Compare                      | ComparisonValue",
                "InvokeFlowModule             | FlowModuleId",
                "InvokeLambdaFunction         | LambdaFunctionARN",
                "Loop                         | LoopCount",
                "TransferToFlow               | ContactFlowId",
                "UpdateFlowAttributes         | FlowAttributes",
                "UpdateFlowLoggingBehavior    | FlowLoggingBehavior",
                "Wait                         | TimeLimitSeconds",
                "CheckMetricData              | MetricType",
                "UpdateContactRoutingBehavior | QueuePriority",
                "UpdateContactRoutingCriteria | RoutingCriteria",
                "UpdateContactTargetQueue     | QueueId"
            })
    void aParameterThatIsMissingIsNamed(String type, String parameter) {
        assertThat(problems(FlowType.CONTACT_FLOW, type, "{}", "{\"NextAction\": \"1\"}"))
                .contains("Action is missing required property. Path: Actions[0].Parameters." + parameter);
    }

    @Rule("F83")
    @ParameterizedTest
    @CsvSource({
        "Compare, NoMatchingCondition",
        "DistributeByPercentage, NoMatchingCondition",
        "TransferContactToQueue, QueueAtCapacity",
        "TransferContactToQueue, NoMatchingError",
        "CheckMetricData, NoMatchingCondition",
        "CheckHoursOfOperation, NoMatchingError",
        "GetMetricData, NoMatchingError",
        "UpdateFlowAttributes, NoMatchingError"
    })
    void anErrorEntryThatIsMissingIsNamed(String type, String error) {
        assertThat(problems(FlowType.CONTACT_FLOW, type, "{}", "{\"NextAction\": \"1\"}"))
                .contains("Action is missing required error. Error: " + error + ", Path: Actions[0]");
    }

    @Rule("F83")
    @ParameterizedTest
    @CsvSource({
        "DisconnectParticipant, CONTACT_FLOW",
        "EndFlowExecution, CUSTOMER_QUEUE",
        "EndFlowModuleExecution, MODULE",
        "TransferContactToAgent, CONTACT_FLOW"
    })
    void anEndSupportsNoTransitions(String type, FlowType flow) {
        assertThat(problems(flow, type, "{}", "{\"NextAction\": \"1\"}"))
                .contains("Action does not support transitions. Path: Actions[0]");
    }

    @Rule("F83")
    @Test
    void dequeueingIsForQueueFlowsOnly() {
        String errors =
                "{\"NextAction\": \"1\", \"Errors\": [{\"ErrorType\": \"NoMatchingError\", \"NextAction\": \"1\"},"
                        + " {\"ErrorType\": \"QueueAtCapacity\", \"NextAction\": \"1\"}]}";

        assertThat(problems(FlowType.CUSTOMER_QUEUE, "DequeueContactAndTransferToQueue", "{}", errors))
                .isEmpty();
        assertThat(problems(FlowType.CONTACT_FLOW, "DequeueContactAndTransferToQueue", "{}", errors))
                .hasSize(1);
    }
}
