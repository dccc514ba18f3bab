package org.connectchat.control.flow.stub;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.stub.Stub;
import org.jspecify.annotations.Nullable;

/** A stub, as the control API shows it. */
@Schema(name = "Stub", description = "A stub.")
record StubView(
        @Schema(description = "Names the stub in paths", example = "stub-1")
        String id,

        @Schema(description = "Actions in chats of this instance, by its id; absent for all", example = "my-instance")
        @Nullable
        String instanceId,

        @Schema(description = "Actions of this flow or module, by its id or name; absent for all", example = "my-flow")
        @Nullable
        String flow,

        @Schema(description = "Actions of this Identifier; absent for all", example = "look-up") @Nullable
        String identifier,

        @Schema(description = "Actions of this Type; absent for all", example = "GetCustomerProfile") @Nullable
        String type,

        @Schema(description = "The result, if that is the outcome", example = "True") @Nullable
        String result,

        @Schema(description = "The type of the error, if that is the outcome", example = "NoMatchingError") @Nullable
        String errorType,

        @Schema(description = "true if the outcome is success", example = "true") @Nullable
        Boolean success,

        @Schema(description = "The roots that it merges data into", example = "[\"Customer\"]")
        Set<String> roots,

        @Schema(description = "How long the action waits first; absent if it does not", example = "PT5S") @Nullable
        Duration delay,

        @Schema(description = "How often it was taken", example = "0")
        long taken,

        @Schema(description = "How often it can still be taken; absent if there is no limit", example = "1") @Nullable
        Integer left) {

    static StubView of(Stub stub) {
        Outcome outcome = stub.outcome();
        return new StubView(
                stub.id(),
                stub.instanceId(),
                stub.flow(),
                stub.identifier(),
                stub.type(),
                outcome instanceof Outcome.Result result ? result.value() : null,
                outcome instanceof Outcome.Failure failure ? failure.errorType() : null,
                outcome instanceof Outcome.Success ? true : null,
                new TreeSet<>(stub.data().keySet()),
                stub.delay().isZero() ? null : stub.delay(),
                stub.taken(),
                stub.left() == Stub.ALWAYS ? null : stub.left());
    }
}
