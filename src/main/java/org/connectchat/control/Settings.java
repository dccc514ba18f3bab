package org.connectchat.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import org.connectchat.connect.ConnectSettings.Instance;
import org.connectchat.restjson.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What can be set while the emulator runs. In a change, whatever is not there stays as it is.
 *
 * @param throttling how many calls are let through
 * @param quotas what Service Quotas holds for a real instance
 * @param instances the catalogue, which a change replaces as a whole; empty, and every id is accepted
 */
record Settings(
        @Nullable @Valid Throttling throttling,
        @Nullable @Valid Quotas quotas,
        @Nullable List<@NotNull @Valid Instance> instances) {

    /**
     * The throttle.
     *
     * @param operations by operation name
     */
    record Throttling(@Nullable Boolean enabled, @Nullable Map<String, @NotNull @Valid Rate> operations) {}

    /**
     * The quotas.
     *
     * @param concurrentActiveChats active chats of each instance, 0 to 10000000
     */
    record Quotas(@PositiveOrZero @Max(10_000_000) @Nullable Integer concurrentActiveChats) {}
}
