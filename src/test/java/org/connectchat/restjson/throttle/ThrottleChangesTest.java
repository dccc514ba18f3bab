package org.connectchat.restjson.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows that the throttle's figures change at once for all, and that nothing else changes with them. */
class ThrottleChangesTest {

    private static final ThrottleLimit NO_REFILL = new ThrottleLimit(0.001, 3);

    private final Throttle figures = figures(true, Map.of());

    @Test
    @Rule("B2")
    void aChangeFillsTheBucketsOfItsOperationAlone() {
        assertThat(passed(10)).isEqualTo(3);
        assertThat(passed(10, "one")).isEqualTo(3);

        figures.change(null, Map.of("forall", new ThrottleLimit(null, 5)));

        assertThat(passed(10)).isEqualTo(5);
        assertThat(passed(10, "one")).isZero();
        assertThat(passed(10, "another")).isEqualTo(3);
        assertThat(figures.current().operations())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ForAll", new ThrottleLimit(0.001, 5), "ForEach", NO_REFILL));
    }

    @Test
    @Rule("B2")
    void itIsSwitchedOffAndOnWithoutForgettingWhatIsUsed() {
        assertThat(passed(10)).isEqualTo(3);

        figures.change(false, Map.of());
        assertThat(passed(10)).isEqualTo(10);
        figures.change(true, Map.of());

        assertThat(passed(10)).isZero();
    }

    @Test
    @Rule("B2")
    void aResetBringsTheConfiguredFiguresBackAndFullBuckets() {
        Throttle configured = figures(true, Map.of("FORALL", new ThrottleLimit(null, 4)));
        configured.change(false, Map.of("ForEach", new ThrottleLimit(9.0, 9)));

        configured.reset();

        assertThat(configured.current().enabled()).isTrue();
        assertThat(configured.current().operations())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ForAll", new ThrottleLimit(0.001, 4), "ForEach", NO_REFILL));
    }

    @Test
    @Rule("C8")
    void anUnknownOperationChangesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures.change(
                        false, Map.of("ForAll", new ThrottleLimit(1.0, 1), "Nothing", new ThrottleLimit(1.0, 1))))
                .withMessageContaining("Nothing");

        assertThat(figures.current().enabled()).isTrue();
        assertThat(figures.current().operations()).containsEntry("ForAll", NO_REFILL);
    }

    @Test
    @Rule("B2")
    void changesOfOthersCostNoBucketATokenNorGiveItOne() {
        List<Integer> passed = Simultaneously.call(8, number -> {
            if (number > 0) {
                return passed(1_000);
            }
            for (int i = 1; i <= 1_000; i++) {
                figures.change(null, Map.of("ForEach", new ThrottleLimit(1.0, i)));
            }
            return 0;
        });

        assertThat(passed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    }

    private int passed(int calls) {
        return (int)
                IntStream.range(0, calls).filter(call -> figures.take("ForAll")).count();
    }

    private int passed(int calls, String instanceId) {
        return (int) IntStream.range(0, calls)
                .filter(call -> figures.take("ForEach", instanceId))
                .count();
    }

    private static Throttle figures(boolean enabled, Map<String, ThrottleLimit> operations) {
        Throttle figures = new Throttle(new ThrottlingSettings(enabled, operations));
        figures.serve(Map.of("ForAll", NO_REFILL, "ForEach", NO_REFILL));
        return figures;
    }
}
