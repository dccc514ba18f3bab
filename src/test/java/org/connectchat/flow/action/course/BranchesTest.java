package org.connectchat.flow.action.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.conditions;
import static org.connectchat.flow.run.FlowText.errors;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Compare, Loop, DistributeByPercentage, UpdateFlowAttributes and the ends of flows. */
class BranchesTest {

    private final FlowFixture chat = new FlowFixture(CourseActions.all(Functions.none()));

    private void start(FlowText flow, Map<String, String> attributes) {
        chat.flow("f", flow.json());
        chat.start("f", attributes, List.of(ContentTypes.PLAIN), null).connect();
    }

    private static FlowText compare(String operator, String operand) {
        return new FlowText()
                .action(
                        "compare",
                        "Compare",
                        "{\"ComparisonValue\": \"$.Attributes.tier\"}",
                        "no",
                        conditions(operator, operand, "yes"),
                        errors("NoMatchingCondition", "no"))
                .end("yes")
                .end("no");
    }

    @Rule("F8")
    @Test
    void compareTakesTheConditionThatHolds() {
        start(compare("NumberGreaterThan", "9.5"), Map.of("tier", "10"));

        assertThat(chat.path()).containsExactly("compare", "yes");
    }

    @Rule("F10")
    @Test
    void withoutAValueNoConditionHolds() {
        start(compare("NumberLessThan", "10"), Map.of());

        assertThat(chat.path()).containsExactly("compare", "no");
    }

    @Rule("F10")
    @Test
    void anOperandMayBeAReference() {
        start(compare("Equals", "$.Attributes.wanted"), Map.of("tier", "gold", "wanted", "gold"));

        assertThat(chat.path()).containsExactly("compare", "yes");
    }

    @Rule("F8")
    @Test
    void keyExistsLooksIntoTheObjectThatTheReferenceNames() {
        FlowText flow = new FlowText()
                .action("set", "UpdateFlowAttributes", "{\"FlowAttributes\": {\"a\": {\"Value\": \"1\"}}}", "compare")
                .action(
                        "compare",
                        "Compare",
                        "{\"ComparisonValue\": \"$.FlowAttributes\"}",
                        "no",
                        conditions("KeyExists", "b", "no", "a", "yes"))
                .end("yes")
                .end("no");

        start(flow, Map.of());

        assertThat(chat.path()).containsExactly("set", "compare", "yes");
    }

    @Rule("F17")
    @Test
    void flowAttributesStayUntilAnotherFlowBegins() {
        chat.flow("other", compareFlowAttribute().json());
        FlowText flow = new FlowText()
                .action("1", "UpdateFlowAttributes", "{\"FlowAttributes\": {\"a\": {\"Value\": \"x\"}}}", "2")
                .action(
                        "2",
                        "UpdateFlowAttributes",
                        "{\"FlowAttributes\": {\"b\": {\"Value\": \"$.FlowAttributes.a\"}}}",
                        "3")
                .action(
                        "3",
                        "Compare",
                        "{\"ComparisonValue\": \"$.FlowAttributes.b\"}",
                        "end",
                        conditions("Equals", "x", "go"))
                .action(
                        "go",
                        "TransferToFlow",
                        "{\"ContactFlowId\": \"arn:aws:connect:us-east-1:1:instance/i/contact-flow/other\"}",
                        "end")
                .end("end");

        start(flow, Map.of());

        assertThat(chat.path()).containsExactly("1", "2", "3", "go", "compare", "gone");
    }

    private static FlowText compareFlowAttribute() {
        return new FlowText()
                .action(
                        "compare",
                        "Compare",
                        "{\"ComparisonValue\": \"$.FlowAttributes.a\"}",
                        "gone",
                        conditions("Equals", "x", "there"))
                .end("there")
                .end("gone");
    }

    @Rule("F17")
    @Test
    void flowAttributesOfMoreThan32KilobytesAreRefused() {
        start(
                new FlowText()
                        .action(
                                "set",
                                "UpdateFlowAttributes",
                                "{\"FlowAttributes\": {\"a\": {\"Value\": \"%s\"}}}".formatted("x".repeat(32_768)),
                                "end",
                                errors("NoMatchingError", "full"))
                        .end("full")
                        .end("end"),
                Map.of());

        assertThat(chat.path()).containsExactly("set", "full");
    }

    @Rule("F6")
    @Test
    void aLoopGoesOnAsOftenAsItCountsThenIsDoneThenBeginsAnew() {
        chat.flow(
                "other",
                new FlowText()
                        .action("back", "TransferToFlow", "{\"ContactFlowId\": \"f\"}", "x")
                        .end("x")
                        .json());
        FlowText flow = new FlowText()
                .action(
                        "loop",
                        "Loop",
                        "{\"LoopCount\": \"$.Attributes.n\"}",
                        "end",
                        conditions("Equals", "ContinueLooping", "go", "DoneLooping", "again"))
                .action("go", "TransferToFlow", "{\"ContactFlowId\": \"other\"}", "end")
                .action(
                        "again",
                        "Loop",
                        "{\"LoopCount\": \"0\"}",
                        "end",
                        conditions("Equals", "ContinueLooping", "go", "DoneLooping", "end"))
                .end("end");

        start(flow, Map.of("n", "2"));

        assertThat(chat.path()).containsExactly("loop", "go", "back", "loop", "go", "back", "loop", "again", "end");
    }

    @Rule("F7")
    @Test
    void aLoopOfMoreThanAHundredFails() {
        start(
                new FlowText()
                        .action(
                                "loop",
                                "Loop",
                                "{\"LoopCount\": \"101\"}",
                                "end",
                                conditions("Equals", "ContinueLooping", "end"))
                        .end("end"),
                Map.of());

        assertThat(chat.path()).containsExactly("loop");
        assertThat(chat.log().get(0).reason()).isEqualTo("LoopCount must be a number from 0 to 100");
        assertThat(chat.contact().isActive()).isFalse();
    }

    @Rule("F8")
    @Test
    void aPercentageIsDrawnFrom1To100() {
        start(
                new FlowText()
                        .action(
                                "draw",
                                "DistributeByPercentage",
                                "{}",
                                "no",
                                conditions("NumberLessThan", "1", "no", "101", "yes"),
                                errors("NoMatchingCondition", "no"))
                        .end("yes")
                        .end("no"),
                Map.of());

        assertThat(chat.path()).containsExactly("draw", "yes");
    }

    @Rule("F40")
    @Test
    void disconnectParticipantEndsTheChat() {
        start(new FlowText().end("end"), Map.of());

        assertThat(chat.contact().timeline().disconnectReason()).isEqualTo(DisconnectReason.CONTACT_FLOW_DISCONNECT);
    }

    @Rule("F41")
    @Test
    void endFlowExecutionEndsAChatThatIsInNoQueueAndWithNoAgent() {
        start(new FlowText().end("end", "EndFlowExecution", "{}"), Map.of());

        assertThat(chat.contact().timeline().disconnectReason()).isEqualTo(DisconnectReason.CONTACT_FLOW_DISCONNECT);
    }

    @Rule("F6")
    @Test
    void noFlowTransfersToAQueueFlowOrToOneThatDoesNotExist() {
        chat.flow("queue", FlowType.CUSTOMER_QUEUE, new FlowText().end("x").json());
        FlowText flow = new FlowText()
                .action("1", "TransferToFlow", "{\"ContactFlowId\": \"queue\"}", "end", errors("NoMatchingError", "2"))
                .action("2", "TransferToFlow", "{\"ContactFlowId\": \"none\"}", "end", errors("NoMatchingError", "3"))
                .action(
                        "3",
                        "TransferToFlow",
                        "{\"ContactFlowId\": \"$.Attributes.none\"}",
                        "end",
                        errors("NoMatchingError", "4"))
                .end("4")
                .end("end");

        start(flow, Map.of());

        assertThat(chat.path()).containsExactly("1", "2", "3", "4");
        assertThat(chat.log().get(1).reason()).isEqualTo("There is no flow none");
    }

    @Rule("F79")
    @Test
    void aFlowThatDisablesItsLogShowsNeitherParametersNorResults() {
        start(
                new FlowText()
                        .action(
                                "off",
                                "UpdateFlowLoggingBehavior",
                                "{\"FlowLoggingBehavior\": \"disabled\"}",
                                "compare")
                        .action("compare", "Compare", "{\"ComparisonValue\": \"$.Attributes.secret\"}", "on")
                        .action("on", "UpdateFlowLoggingBehavior", "{\"FlowLoggingBehavior\": \"Enabled\"}", "end")
                        .end("end"),
                Map.of("secret", "4711"));

        assertThat(chat.log().get(1).parameters()).isEmpty();
        assertThat(chat.log().get(1).outcome()).isEqualTo("Hidden");
        assertThat(chat.log().get(2).parameters()).containsEntry("FlowLoggingBehavior", "Enabled");
    }
}
