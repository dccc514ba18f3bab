package org.connectchat.restjson.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows that the throttle's limits change at once for all, and that nothing else changes with them. */
class ThrottleChangesTest {

    private static final ThrottleLimit NO_REFILL = new ThrottleLimit(0.001, 3);

    private final Throttle throttle = throttle(true, Map.of());

    @Test
    @Rule("B2")
    void aChangeFillsTheBucketsOfItsOperationAlone() {
        assertThat(passed(10)).isEqualTo(3);
        assertThat(passed(10, "one")).isEqualTo(3);

        throttle.change(null, Map.of("forall", new Rate(null, 5)));

        assertThat(passed(10)).isEqualTo(5);
        assertThat(passed(10, "one")).isZero();
        assertThat(passed(10, "another")).isEqualTo(3);
        assertThat(throttle.current().operations())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ForAll", new ThrottleLimit(0.001, 5), "ForEach", NO_REFILL));
    }

    @Test
    @Rule("B2")
    void itIsSwitchedOffAndOnWithoutForgettingWhatIsUsed() {
        assertThat(passed(10)).isEqualTo(3);

        throttle.change(false, Map.of());
        assertThat(passed(10)).isEqualTo(10);
        throttle.change(true, Map.of());

        assertThat(passed(10)).isZero();
    }

    @Test
    @Rule("B2")
    void aResetRestoresTheConfiguredLimitsAndFillsTheBuckets() {
        Throttle configured = throttle(true, Map.of("FORALL", new Rate(null, 4)));
        configured.change(false, Map.of("ForEach", new Rate(9.0, 9)));

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
                .isThrownBy(
                        () -> throttle.change(false, Map.of("ForAll", new Rate(1.0, 1), "Nothing", new Rate(1.0, 1))))
                .withMessageContaining("Nothing");

        assertThat(throttle.current().enabled()).isTrue();
        assertThat(throttle.current().operations()).containsEntry("ForAll", NO_REFILL);
    }

    @Test
    @Rule("B2")
    void changesOfOtherOperationsLeaveABucketAsItIs() {
        List<Integer> passed = Simultaneously.call(8, number -> {
            if (number > 0) {
                return passed(1_000);
            }
            for (int i = 1; i <= 1_000; i++) {
                throttle.change(null, Map.of("ForEach", new Rate(1.0, i)));
            }
            return 0;
        });

        assertThat(passed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    }

    @Test
    @Rule("C31")
    void changesOfTheEmulatorAndOfOtherInstancesLeaveTheBucketsOfAnInstanceAsTheyAre() {
        throttle.change("one", null, Map.of("ForAll", new Rate(0.001, 4)));

        List<Integer> passed = Simultaneously.call(8, number -> {
            if (number > 1) {
                return passed(1_000, "ForAll", "one");
            }
            for (int i = 1; i <= 300; i++) {
                throttle.change(null, Map.of("ForAll", new Rate(1.0, i)));
                throttle.change("other" + number, i % 2 == 0, Map.of("ForEach", new Rate(1.0, i)));
                throttle.change("one", null, Map.of("ForEach", new Rate(null, i)));
                throttle.reset("other" + number);
            }
            return 0;
        });

        assertThat(passed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
        assertThat(throttle.isDivided()).isTrue();
        throttle.reset("one");
        assertThat(throttle.isDivided()).isFalse();
    }

    @Test
    @Rule("C31")
    void aChangeOfTheEmulatorFillsTheBucketsThatFollowIt() {
        throttle.change("one", true, Map.of("forall", new Rate(null, 4)));
        assertThat(passed(10, "ForAll", "one")).isEqualTo(4);
        assertThat(passed(10, "one")).isEqualTo(3);

        throttle.change(null, Map.of("ForAll", new Rate(null, 9), "ForEach", new Rate(null, 2)));

        assertThat(passed(10, "ForAll", "one")).isZero();
        assertThat(passed(10, "one")).isEqualTo(2);
        assertThat(passed(10)).isEqualTo(9);
    }

    @Test
    @Rule("C31")
    void anUnknownOperationGivesAnInstanceNoLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> throttle.change("one", false, Map.of("Nothing", new Rate(1.0, 1))))
                .withMessageContaining("Nothing");

        assertThat(throttle.isDivided()).isFalse();
    }

    private int passed(int calls, String operation, String instanceId) {
        return (int) IntStream.range(0, calls)
                .filter(call -> throttle.takeOfAccount(operation, instanceId))
                .count();
    }

    private int passed(int calls) {
        return (int) IntStream.range(0, calls)
                .filter(call -> throttle.takeOfAccount("ForAll", null))
                .count();
    }

    private int passed(int calls, String instanceId) {
        return (int) IntStream.range(0, calls)
                .filter(call -> throttle.takeOfInstance("ForEach", instanceId))
                .count();
    }

    private static Throttle throttle(boolean enabled, Map<String, Rate> operations) {
        Throttle throttle = new Throttle(new ThrottlingSettings(enabled, operations));
        throttle.serve(Map.of("ForAll", NO_REFILL, "ForEach", NO_REFILL));
        return throttle;
    }

    /** Amazon Connect and the Participant Service have an operation DescribeView each. */
    @Test
    @Rule("C31")
    void operationsOfOneNameHaveTheirOwnBucketsInAnInstanceWithAThrottleOfItsOwn() {
        Throttle throttle = new Throttle(new ThrottlingSettings(true, Map.of()));
        throttle.serve(Map.of("DescribeView", new ThrottleLimit(0.001, 1)));
        throttle.change("an-instance", true, Map.of());

        assertThat(throttle.takeOfAccount("DescribeView", "an-instance")).isTrue();
        assertThat(throttle.takeOfAccount("DescribeView", "an-instance")).isFalse();
        assertThat(throttle.takeOfInstance("DescribeView", "an-instance")).isTrue();
        assertThat(throttle.takeOfInstance("DescribeView", "an-instance")).isFalse();
    }
}
