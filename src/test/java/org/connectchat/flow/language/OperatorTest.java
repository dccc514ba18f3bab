package org.connectchat.flow.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class OperatorTest {

    @ParameterizedTest
    @CsvSource({
        "Equals, Sales, Sales, true",
        "Equals, Sales, sales, false",
        "TextStartsWith, Sales EU, Sales, true",
        "TextStartsWith, EU Sales, Sales, false",
        "TextEndsWith, EU Sales, Sales, true",
        "TextEndsWith, Sales EU, Sales, false",
        "TextContains, EU Sales 2, Sales, true",
        "TextContains, EU sales 2, Sales, false",
        "NumberGreaterThan, 10, 9, true",
        "NumberGreaterThan, 9, 9.0, false",
        "NumberGreaterOrEqualTo, 9, 9.0, true",
        "NumberLessThan, -1, 0, true",
        "NumberLessThan, 0.1, 0.10, false",
        "NumberLessOrEqualTo, 0.1, 0.10, true",
        "NumberLessThan, one, 2, false",
        "NumberGreaterThan, 2, one, false",
        "NumberLessThan, 1e999999999, 1e-999999999, false"
    })
    @Rule("F8")
    void aConditionHoldsByItsOperator(String word, String left, String operand, boolean holds) {
        Operator operator = Operator.of(word);

        assertThat(operator).isNotNull();
        assertThat(operator.test(JsonMapper.shared().valueToTree(left), operand))
                .isEqualTo(holds);
    }

    @Test
    @Rule("F8")
    void keyExistsLooksIntoTheObject() {
        var object = JsonMapper.shared().readTree("{\"tier\": null}");

        assertThat(Operator.KEY_EXISTS.test(object, "tier")).isTrue();
        assertThat(Operator.KEY_EXISTS.test(object, "Tier")).isFalse();
        assertThat(Operator.KEY_EXISTS.test(JsonMapper.shared().valueToTree("tier"), "tier"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @Rule("F10")
    void withoutAValueNoConditionHolds(Operator operator) {
        assertThat(operator.test(null, "")).isFalse();
        assertThat(operator.test(JsonMapper.shared().readTree("null"), "null")).isFalse();
    }

    @Test
    @Rule("F8")
    void aNumberOfAMillionDigitsIsNone() {
        var digits = JsonMapper.shared().valueToTree("9".repeat(1_000_000));

        assertThat(Operator.NUMBER_GREATER_THAN.test(digits, "1")).isFalse();
    }
}
