package org.connectchat.flow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TextTemplateTest {

    private static final JsonNode ROOTS = JsonMapper.shared().readTree("""
            {"Attributes": {"name": "Ada", "n": "1", "title": "Dr"},
             "External": {"count": 3, "ratio": 1.50, "ok": true, "list": [1, "a"], "object": {"a": {"b": null}}, "none": null}}
            """);
    private static final ReferenceData DATA =
            reference -> ReferenceValues.find(ROOTS.get(reference.root()), reference.segments());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thank you, $.Attributes.name.|Thank you, Ada.",
                "$.Attributes.name, hello|Ada, hello",
                "$.Attributes.name: hello|Ada: hello",
                "($.Attributes.name)|(Ada)",
                "$.Attributes.title-$.Attributes.name|Dr-Ada",
                "<b>$.Attributes['name']</b>|<b>Ada</b>",
                "$.Attributes.name$.Attributes.n|Ada1",
                "It costs $1000 or $|It costs $1000 or $",
                "$$.Attributes.n|$1",
                "${Prompt} $.Attributes.n|${Prompt} 1",
                "$['|$['",
                "*bold* stays|*bold* stays"
            })
    @Rule({"F12", "F13", "F76"})
    void aReferenceEndsBeforeTheFirstCharacterThatIsNoPartOfIt(String text, String resolved) {
        assertThat(TextTemplate.of(text).resolve(DATA)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.Attributes.nothing",
                "$.Nothing",
                "$.attributes.name",
                "$.External.none",
                "$.External.list.7",
                "$.Attributes.name.more"
            })
    @Rule({"F11", "F14"})
    void aReferenceWithoutAValueLeavesNothing(String reference) {
        assertThat(TextTemplate.of("[" + reference + "]").resolve(DATA)).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.External.count|3",
                "$.External.ok|true",
                "$.External.list|[1,\"a\"]",
                "$.External.object|{\"a\":{\"b\":null}}"
            })
    @Rule("F15")
    void valuesThatAreNoTextsAreWrittenAsJson(String reference, String resolved) {
        assertThat(TextTemplate.of(reference).resolve(DATA)).isEqualTo(resolved);
    }

    @Test
    @Rule("F13")
    void aTextOfNothingButBeginningsIsText() {
        String dollars = "$".repeat(250_000);
        String brackets = "$['".repeat(80_000);

        assertThat(TextTemplate.of(dollars).resolve(DATA)).isEqualTo(dollars);
        assertThat(TextTemplate.of(brackets).resolve(DATA)).isEqualTo(brackets);
    }

    @Test
    @Rule("F13")
    void aReferenceIsBoundedInDepthAndTheResolvedTextInLength() {
        String deep = "$.External" + ".a".repeat(100_000);

        assertThat(TextTemplate.of(deep).references())
                .singleElement()
                .satisfies(reference -> assertThat(reference.segments()).hasSize(64));
        assertThat(TextTemplate.of("$.Attributes.long ".repeat(10_000))
                        .resolve(reference -> JsonMapper.shared().valueToTree("😀".repeat(30_000)))
                        .length())
                .isBetween(255_000, 256_000);
    }
}
