package org.connectchat.control;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The query parameter that confines a call to one instance.
 *
 * @param instanceId null for the whole emulator
 */
public record InstanceParameter(
        @Parameter(
                description =
                        "Confines the call to this instance, named by its id and not by its ARN: to what the instance has "
                                + "of its own, or to what names it; without it, the call is as the description says")
        @Size(min = 1, max = 100)
        @InstanceId
        @Nullable
        String instanceId) {

    /** Whether the call is about what belongs to an instance; null belongs to none. */
    public boolean admits(@Nullable String owner) {
        return Criterion.matches(instanceId, owner);
    }
}
