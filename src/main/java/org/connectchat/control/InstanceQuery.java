package org.connectchat.control;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The query of a call that can be confined to one instance.
 *
 * @param instanceId the instance; null if the call is not confined
 */
public record InstanceQuery(
        @Parameter(
                description = "Confines the call to one instance, by its id: the call reads or changes what this "
                        + "instance has of its own, which a reset of the instance takes away")
        @Nullable
        @Size(min = 1, max = 100)
        String instanceId) {

    /** 409: no further instance can have what is named of its own. */
    public static ControlProblem tooMany(int maximum, String what) {
        return ControlProblem.conflict(
                maximum + " instances have " + what + " of their own already; reset those that are "
                        + "no longer used: POST " + ResourcePaths.RESET + " with their instanceId");
    }
}
