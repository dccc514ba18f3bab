package org.connectchat.flow.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.connectchat.testkit.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    private static final Function<String, @Nullable String> AS_WRITTEN = Function.identity();

    private static ConditionTransition equalTo(String next, String... operands) {
        return new ConditionTransition(next, Operator.EQUALS, List.of(operands));
    }

    @Test
    @Rule("F6")
    void aFailureFollowsItsOwnEntryThenNoMatchingError() {
        Transitions transitions = new Transitions(
                "next",
                List.of(
                        new ErrorTransition("NoMatchingError", "any"),
                        new ErrorTransition("QueueAtCapacity", "full"),
                        new ErrorTransition("QueueAtCapacity", "second")),
                List.of());

        assertThat(transitions.onError("QueueAtCapacity")).isEqualTo("full");
        assertThat(transitions.onError("TimeLimitExceeded")).isEqualTo("any");
        assertThat(new Transitions("next", List.of(), List.of()).onError("NoMatchingError"))
                .isNull();
    }

    @Test
    @Rule("F6")
    void aResultFollowsTheFirstConditionThatHoldsThenNoMatchingConditionThenTheNextAction() {
        List<ConditionTransition> conditions = List.of(equalTo("one", "1"), equalTo("again", "1"), equalTo("two", "2"));
        Transitions withEntry =
                new Transitions("next", List.of(new ErrorTransition("NoMatchingCondition", "none")), conditions);

        assertThat(withEntry.onResult("1", AS_WRITTEN)).isEqualTo("one");
        assertThat(withEntry.onResult("2", AS_WRITTEN)).isEqualTo("two");
        assertThat(withEntry.onResult("3", AS_WRITTEN)).isEqualTo("none");
        assertThat(new Transitions("next", List.of(), conditions).onResult("3", AS_WRITTEN))
                .isEqualTo("next");
        assertThat(new Transitions(null, List.of(), conditions).onResult("3", AS_WRITTEN))
                .isNull();
    }

    @Test
    @Rule("F9")
    void ofSeveralOperandsOneIsEnough() {
        Transitions transitions = new Transitions("next", List.of(), List.of(equalTo("both", "a", "b")));

        assertThat(List.of("a", "b", "c").stream().map(value -> transitions.onResult(value, AS_WRITTEN)))
                .containsExactly("both", "both", "next");
    }

    @Test
    @Rule("F10")
    void anOperandMayBeAReferenceAndOneWithoutAValueDoesNotHold() {
        Transitions transitions = new Transitions(
                "next", List.of(), List.of(equalTo("missing", "$.Attributes.b"), equalTo("found", "$.Attributes.a")));
        Map<String, String> values = Map.of("$.Attributes.a", "gold");

        assertThat(transitions.onResult("gold", values::get)).isEqualTo("found");
        assertThat(transitions.onResult("$.Attributes.a", values::get)).isEqualTo("next");
    }
}
