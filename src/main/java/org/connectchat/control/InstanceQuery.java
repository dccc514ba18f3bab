package org.connectchat.control;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Confines a call to what belongs to one instance (rules C35 to C38). */
public record InstanceQuery(
        @Parameter(description = "Only what belongs to this instance, by its id; everything if absent")
        @Size(min = 1, max = 100)
        @Nullable
        String instanceId) {

    /** Whether the call is about what belongs to an instance; null belongs to none. */
    public boolean admits(@Nullable String owner) {
        return Criterion.matches(instanceId, owner);
    }
}
