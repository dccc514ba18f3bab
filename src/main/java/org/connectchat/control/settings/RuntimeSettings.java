package org.connectchat.control.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import org.connectchat.connect.ConnectSettings.Instance;
import org.connectchat.restjson.throttle.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The settings that can change while the emulator runs. In a change, a member that is null stays as it is.
 *
 * @param throttling the limits of the throttle
 * @param quotas the quotas that Service Quotas holds for a real instance
 * @param instances the catalogue, which a change replaces as a whole; if empty, every id is accepted; null in the
 *     settings of one instance
 */
@Schema(
        name = "Settings",
        description = "The settings that can be changed while the emulator runs.",
        example = "{\"throttling\": {\"enabled\": true, \"operations\": {\"StartChatContact\": {\"rate\": 5, "
                + "\"burst\": 8}}}, \"quotas\": {\"concurrentActiveChats\": 500}, \"instances\": [{\"id\": "
                + "\"my-instance\", \"flows\": [{\"id\": \"my-flow\"}]}]}")
record RuntimeSettings(
        @Schema(description = "The throttle") @Nullable @Valid
        Throttling throttling,

        @Schema(description = "The quotas") @Nullable @Valid Quotas quotas,

        @Schema(
                description = "The instances and flows that exist. A change replaces the whole list. An empty list "
                        + "accepts every id. Each instance is named once. The settings of one instance have no list")
        @Nullable
        List<@NotNull @Valid Instance> instances) {

    /** The limits of the throttle by operation; none if a change has none. */
    Map<String, Rate> rates() {
        return throttling == null || throttling.operations() == null ? Map.of() : throttling.operations();
    }

    /**
     * The throttle.
     *
     * @param operations by operation name
     */
    @Schema(name = "Throttling", description = "The limits of the throttle.")
    record Throttling(
            @Schema(description = "false admits every call", example = "true") @Nullable
            Boolean enabled,

            @Schema(
                    description = "The limits by the AWS name of the operation; a change leaves those of other "
                            + "operations as they are")
            @Nullable
            Map<String, @NotNull @Valid Rate> operations) {}

    /**
     * The quotas.
     *
     * @param concurrentActiveChats active chats of each instance, 0 to 10000000
     */
    @Schema(name = "Quotas", description = "The quotas that Service Quotas holds for an instance.")
    record Quotas(
            @Schema(
                    description = "The number of active chats that each instance may have, 0 to 10000000",
                    example = "500")
            @PositiveOrZero
            @Max(10_000_000)
            @Nullable
            Integer concurrentActiveChats) {}
}
