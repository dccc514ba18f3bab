package org.connectchat.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code emulator.delivery.*}: how items are delivered to systems outside the emulator. All times are real time, which the
 * clock of the emulator does not change.
 *
 * @param maxWaiting the items that may wait in one lane; a further one is given up at once
 * @param maxMemory the memory of all items that wait, in all lanes; null for a sixteenth of the heap, at most 32 MB
 * @param timeout the longest time of one attempt
 * @param maxPause the longest pause between two attempts
 * @param afterEnd how long a lane whose source has ended goes on, before it gives up what still waits
 */
@ConfigurationProperties("emulator.delivery")
public record DeliverySettings(
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int maxWaiting,
        @Nullable DataSize maxMemory,

        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration timeout,

        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration maxPause,

        @DefaultValue("30s") @DurationMin(millis = 0) @DurationMax(hours = 24)
        Duration afterEnd) {

    private static final long PART_OF_HEAP = 16;
    private static final long MOST_BY_DEFAULT = DataSize.ofMegabytes(32).toBytes();

    /** The bytes that all waiting items may take together. */
    long memory() {
        return maxMemory != null
                ? maxMemory.toBytes()
                : Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }
}
