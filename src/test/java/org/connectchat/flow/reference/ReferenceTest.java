package org.connectchat.flow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReferenceTest {

    private static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("$.Channel", List.of("Channel")),
                Arguments.of("$.Attributes.name", List.of("Attributes", "name")),
                Arguments.of("$.Attributes.first-name_2", List.of("Attributes", "first-name_2")),
                Arguments.of("$.External.a.b", List.of("External", "a", "b")),
                Arguments.of("$['Attributes']['Language']", List.of("Attributes", "Language")),
                Arguments.of("$[\"Attributes\"][\"it's\"]", List.of("Attributes", "it's")),
                Arguments.of("$.SegmentAttributes['connect:Subtype']", List.of("SegmentAttributes", "connect:Subtype")),
                Arguments.of("$.Attributes.['name with blanks']", List.of("Attributes", "name with blanks")),
                Arguments.of("$.['LanguageCode']", List.of("LanguageCode")),
                Arguments.of("$.Attributes.größe", List.of("Attributes", "größe")),
                Arguments.of("$.External.list[0].x", List.of("External", "list", "0", "x")),
                Arguments.of("$.Views.ViewResultData.Category.0", List.of("Views", "ViewResultData", "Category", "0")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @Rule("F11")
    void everyFormIsARootAndItsSegments(String text, List<String> names) {
        assertThat(Reference.whole(text)).isEqualTo(new Reference(names.get(0), names.subList(1, names.size())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "$.",
                "$1000",
                "$.50",
                "$[0]",
                "$..Attributes",
                "Attributes.name",
                "a $.Attributes.name",
                "$.Attributes.name ",
                "$.Attributes.name.",
                "$.Attributes['name",
                "$.Attributes['']",
                "${Queue}"
            })
    @Rule({"F12", "F76"})
    void anyOtherValueIsStatic(String text) {
        assertThat(Reference.whole(text)).isNull();
    }

    @Test
    @Rule("F11")
    void segmentsLeadThroughObjectsAndLists() {
        var data = JsonMapper.shared().readTree("{\"a\": [{\"b\": 1}, null], \"A\": 2}");

        assertThat(ReferenceValues.find(data, List.of("a", "0", "b"))).hasToString("1");
        assertThat(ReferenceValues.find(data, List.of("A"))).hasToString("2");
        assertThat(Stream.of(
                        List.of("a", "1"),
                        List.of("a", "2"),
                        List.of("a", "-1"),
                        List.of("a", "99999999999"),
                        List.of("a", "b"),
                        List.of("A", "b"),
                        List.of("nothing", "b")))
                .allSatisfy(segments ->
                        assertThat(ReferenceValues.find(data, segments)).isNull());
    }
}
