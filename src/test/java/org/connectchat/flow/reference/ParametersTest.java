package org.connectchat.flow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ParametersTest {

    private static final JsonNode ROOTS =
            JsonMapper.shared().readTree("{\"Attributes\": {\"name\": \"Ada\", \"n\": 7}}");
    private static final ReferenceData DATA =
            reference -> ReferenceValues.find(ROOTS.get(reference.root()), reference.segments());

    private static Parameters parameters(String json) {
        return Parameters.of((ObjectNode) JsonMapper.shared().readTree(json));
    }

    @Test
    @Rule("F4")
    void numbersAndBooleansMeanTheSameAsTheirTexts() {
        Parameters parameters = parameters("{\"a\": 8, \"b\": \"8\", \"c\": true, \"d\": [true, \"x\"], \"e\": null}");

        assertThat(parameters.fixed("a")).isEqualTo(parameters.fixed("b")).isEqualTo("8");
        assertThat(parameters.text("c", DATA)).isEqualTo("true");
        assertThat(parameters.fixedList("d")).containsExactly("true", "x");
        assertThat(parameters.has("e")).isFalse();
        assertThat(parameters.fixed("e")).isNull();
    }

    @Test
    @Rule("F12")
    void theKindOfAParameterDecidesWhereReferencesCount() {
        Parameters parameters =
                parameters("{\"whole\": \"$.Attributes.name\", \"within\": \"queue-$.Attributes.name\"}");

        assertThat(List.of("whole", "within").stream().map(parameters::fixed))
                .containsExactly("$.Attributes.name", "queue-$.Attributes.name");
        assertThat(List.of("whole", "within").stream().map(name -> parameters.single(name, DATA)))
                .containsExactly("Ada", "queue-$.Attributes.name");
        assertThat(List.of("whole", "within").stream().map(name -> parameters.text(name, DATA)))
                .containsExactly("Ada", "queue-Ada");
    }

    @Test
    @Rule("F14")
    void aMissingValueIsNoneAsASingleOneAndEmptyInTexts() {
        Parameters parameters = parameters(
                "{\"a\": \"$.Attributes.no\", \"m\": {\"$.Attributes.name\": \"$.Attributes.no\", \"k\": 1}}");

        assertThat(parameters.single("a", DATA)).isNull();
        assertThat(parameters.text("a", DATA)).isEmpty();
        assertThat(parameters.texts("m", DATA)).isEqualTo(Map.of("Ada", "", "k", "1"));
    }

    @Test
    @Rule("F15")
    void inNestedParametersTextsAreResolvedAndNumbersStay() {
        Parameters parameters = parameters(
                "{\"v\": {\"list\": [1, true, {\"x\": \"n=$.Attributes.n\"}]}, \"o\": {\"i\": \"$.Attributes.n\"}}");

        assertThat(parameters.tree("v", DATA)).hasToString("{\"list\":[1,true,{\"x\":\"n=7\"}]}");
        assertThat(parameters.object("o").text("i", DATA)).isEqualTo("7");
        assertThat(parameters.object("nothing").text("i", DATA)).isNull();
    }

    @Test
    @Rule("F15")
    void theTextsOfOneParameterTogetherAreBounded() {
        StringBuilder json = new StringBuilder("{\"m\": {");
        for (int i = 0; i < 5_000; i++) {
            json.append(i == 0 ? "" : ",").append("\"").append(i).append("\": \"$.Attributes.long\"");
        }
        JsonNode value = JsonMapper.shared().valueToTree("x".repeat(30_000));

        int characters = parameters(json + "}}").texts("m", reference -> value).values().stream()
                .mapToInt(String::length)
                .sum();

        assertThat(characters).isEqualTo(1_000_000);
    }
}
