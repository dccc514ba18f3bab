package org.connectchat.connect.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.connect.ConnectError;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.store.CheckedContent;
import org.connectchat.flow.store.FlowContentCheck;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.ModuleContract;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows which errors the problems of a content become. */
class FlowContentsTest {

    private static FlowContents finding(List<Problem> problems) {
        FlowContentCheck check = (text, type) ->
                new CheckedContent(FlowReader.read(text), type == null ? FlowType.CONTACT_FLOW : type, problems);
        return new FlowContents(check, new FlowStore(new MemoryBudget(1 << 20)));
    }

    @Test
    @Rule("F85")
    void problemsOfEitherKindRefuseWhatIsPublished() {
        FlowContents contents = finding(List.of(
                Problem.publishing("Action does not support transitions. Path: Actions[0]"),
                Problem.structural("Invalid Action type. Type: UnTagContact. Write UntagContact", "Actions[0]")));

        AwsException refused = catchThrowableOfType(
                AwsException.class, () -> contents.published("an-instance", Flows.SMALLEST, FlowType.CONTACT_FLOW));

        assertThat(refused.type()).isEqualTo(ConnectError.INVALID_CONTACT_FLOW);
        assertThat(refused.message()).isEqualTo("Action does not support transitions. Path: Actions[0]");
        assertThat(refused.members())
                .isEqualTo(Map.of(
                        "problems",
                        List.of(
                                Map.of("message", "Action does not support transitions. Path: Actions[0]"),
                                Map.of("message", "Invalid Action type. Type: UnTagContact. Write UntagContact"))));
    }

    @Test
    @Rule("F85")
    void atMostFiftyProblemsAreListed() {
        FlowContents contents = finding(IntStream.range(0, 60)
                .mapToObj(i -> Problem.publishing("Problem " + i))
                .toList());

        AwsException refused = catchThrowableOfType(
                AwsException.class, () -> contents.ofModule("an-instance", Flows.MODULE, ModuleContract.NONE));

        assertThat(refused.type()).isEqualTo(ConnectError.INVALID_CONTACT_FLOW_MODULE);
        assertThat((List<?>) refused.members().get("Problems")).hasSize(50);
    }
}
