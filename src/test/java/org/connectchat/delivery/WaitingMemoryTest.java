package org.connectchat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class WaitingMemoryTest {

    private static final long LIMIT = 4L << 20;
    private static final long ITEM = 500;

    private final WaitingMemory memory = new WaitingMemory(LIMIT);
    private final Map<String, Long> byLane = new HashMap<>();

    private boolean take(String destination, String lane) {
        long before = byLane.getOrDefault(lane, 0L);
        boolean took = memory.take(destination, before, ITEM);
        byLane.put(lane, took ? before + ITEM : before);
        return took;
    }

    private int fill(String destination, String lane) {
        int items = 0;
        while (take(destination, lane)) {
            items++;
        }
        return items;
    }

    @Test
    @Rule("S12")
    void destinationsThatAreDownLeaveRoomForTheOthers() {
        for (String down : List.of("down", "down too", "and a third one")) {
            IntStream.range(0, 2000).forEach(chat -> IntStream.range(0, 10).forEach(item -> take(down, down + chat)));
        }

        assertThat(memory.taken()).isLessThan(LIMIT);
        assertThat(IntStream.range(0, 100)).allMatch(chat -> take("healthy", "chat " + chat));
    }

    @Test
    @Rule("S12")
    void aChatThatSaysVeryMuchLeavesRoomForTheOthersOfItsDestination() {
        int first = fill("down", "first");
        int second = fill("down", "second");
        IntStream.range(0, 20).forEach(chat -> fill("down", "chat " + chat));

        assertThat(first).isGreaterThan(second);
        assertThat(second).isPositive();
        assertThat(IntStream.range(100, 300)).allMatch(chat -> take("down", "chat " + chat));
    }

    @Test
    @Rule("S12")
    void whateverIsTakenTheLimitHoldsAndEverythingCanBeGivenBack() {
        Random random = new Random(17);
        Map<String, Long> taken = new HashMap<>();
        for (int step = 0; step < 100_000; step++) {
            String destination = "destination " + random.nextInt(20);
            long bytes = 1L + random.nextInt(40_000);
            if (memory.take(destination, random.nextBoolean() ? 0 : random.nextInt(40_000), bytes)) {
                taken.merge(destination, bytes, Long::sum);
            }
            assertThat(memory.taken()).isLessThanOrEqualTo(LIMIT);
        }

        taken.forEach(memory::giveBack);

        assertThat(memory.taken()).isZero();
        assertThat(fill("another", "chat")).isPositive();
    }
}
