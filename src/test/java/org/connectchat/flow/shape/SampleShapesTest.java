package org.connectchat.flow.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.sample.Sample;
import org.connectchat.flow.sample.SampleFlow;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows that Amazon Connect would publish the flows of samples, and that its editor could draw them. */
class SampleShapesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    @Rule({"F75", "F83"})
    Stream<DynamicTest> everyFlowOfASampleIsWithoutProblems() {
        return flows().map(flow -> dynamicTest(flow.id(), () -> {
            String content = text(flow);
            FlowType type = FlowReader.read(content).declaredType();

            assertThat(type).isNotNull();
            assertThat(Flows.problems(content, type)).isEmpty();
        }));
    }

    @TestFactory
    @Rule("F75")
    Stream<DynamicTest> everyActionOfASampleHasAPlaceOfItsOwnInTheEditor() {
        return flows().map(flow -> dynamicTest(flow.id(), () -> {
            JsonNode json = JSON.readTree(text(flow));
            JsonNode actions = json.at("/Metadata/ActionMetadata");
            Set<String> identifiers = FlowReader.read(text(flow)).actions().keySet();

            assertThat(json.at("/Metadata/entryPointPosition/x").isNumber()).isTrue();
            assertThat(json.at("/Metadata/name").asString()).isEqualTo(flow.name());
            assertThat(actions.propertyNames()).containsExactlyInAnyOrderElementsOf(identifiers);
            assertThat(StreamSupport.stream(actions.spliterator(), false).map(action -> action.path("position")))
                    .allMatch(position ->
                            position.path("x").isNumber() && position.path("y").isNumber())
                    .doesNotHaveDuplicates();
        }));
    }

    private static Stream<SampleFlow> flows() {
        return Stream.of(Sample.values()).flatMap(sample -> sample.flows().stream());
    }

    private static String text(SampleFlow flow) throws IOException {
        try (InputStream content = flow.open()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
