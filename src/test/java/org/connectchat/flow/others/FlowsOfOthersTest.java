package org.connectchat.flow.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * Creates flows that others published, and runs those that are accepted to their end or to where they wait. The table says
 * what is expected of each file; any other file in the folder must be accepted or refused without a failure of the server.
 */
@ExtendWith(OutputCaptureExtension.class)
class FlowsOfOthersTest {

    @BeforeAll
    static void requireFolder() {
        OthersFolder.require();
    }

    static List<FlowOfOthers> refused() {
        return RefusedFlows.all();
    }

    static List<FlowOfOthers> running() {
        return RunningFlows.all();
    }

    private static Set<String> known() {
        return Stream.concat(refused().stream(), running().stream())
                .map(FlowOfOthers::file)
                .collect(Collectors.toSet());
    }

    private static String contentOf(FlowOfOthers flow) {
        assumeTrue(OthersFolder.files().contains(flow.file()), "The folder has no file " + flow.file());
        return OthersFolder.content(flow.file());
    }

    private static void assertNoFailure(CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain(" ERROR ", "\tat ", "Exception: ");
    }

    @ParameterizedTest
    @MethodSource("refused")
    @Rule({"F83", "F85", "F88", "F89"})
    void whatTheServiceRefusesIsRefusedWithItsProblems(FlowOfOthers flow, CapturedOutput log) {
        Instance instance = new Instance();

        Answer answer = instance.create("a flow", flow.type(), contentOf(flow));

        assertThat(answer.outcome()).as(answer.toString()).isEqualTo(flow.refusal());
        assertThat(messages(answer))
                .zipSatisfy(
                        flow.problems(), (message, part) -> assertThat(message).contains(part));
        instance.requireNoServerError();
        assertNoFailure(log);
    }

    /** The problems of a flow; of a content that is none, the message. */
    private static List<String> messages(Answer answer) {
        JsonNode problems = answer.json().path("problems");
        return problems.isMissingNode()
                ? List.of(answer.message())
                : StreamSupport.stream(problems.spliterator(), false)
                        .map(problem -> problem.path("message").asString())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("running")
    @Rule({"F6", "F7", "F76", "F78"})
    void anAcceptedFlowRunsToWhereItShould(FlowOfOthers flow, CapturedOutput log) {
        Instance instance = new Instance();
        String content = contentOf(flow);
        String flowId = instance.created("a flow", flow.type(), content);

        Visit visit = new Visit(instance, flowId, instance.entrance(flow.type(), flowId), content);
        flow.walk().accept(visit);
        visit.leave();

        instance.requireNoServerError();
        assertNoFailure(log);
    }

    @Test
    @Rule({"F83", "F84"})
    void anyOtherFileIsAcceptedOrRefusedAndRunsWithoutAFailure(CapturedOutput log) {
        Set<String> known = known();
        for (String file : OthersFolder.files()) {
            if (!known.contains(file)) {
                Instance instance = new Instance();
                String content = OthersFolder.content(file);
                String type = DeclaredType.of(content);

                Answer answer = instance.create("a flow", type, content);

                assertThat(answer.status()).as(file + ": " + answer).isIn(200, 400);
                if (answer.status() == 200) {
                    String flowId = answer.text(type.equals(FlowOfOthers.MODULE) ? "Id" : "ContactFlowId");
                    Visit visit = new Visit(instance, flowId, instance.entrance(type, flowId), content);
                    visit.wanders();
                    visit.leave();
                }
                instance.requireNoServerError();
            }
        }
        assertNoFailure(log);
    }
}
