package org.connectchat.control.flow.stub;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.control.InstanceId;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.stub.Stub;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The actions that a stub matches, and their outcome. A member that is null matches every action. */
@Schema(
        name = "StubRequest",
        description = "The actions that get another outcome, and the outcome. An action must match every member of "
                + "flow, identifier and type that is given; at least one must be given. Exactly one of result, errorType "
                + "and success is the outcome.",
        example = "{\"type\": \"GetCustomerProfile\", \"success\": true, \"data\": {\"Customer\": {\"FirstName\": "
                + "\"Ada\"}}, \"times\": 1}")
record StubRequest(
        @Schema(description = "Actions in chats of this instance, by its id; of every instance if absent")
        @Size(min = 1, max = 100)
        @InstanceId
        @Nullable
        String instanceId,

        @Schema(description = "Actions of this flow or module, by its id or name", example = "my-flow")
        @Size(min = 1, max = 500)
        @Nullable
        String flow,

        @Schema(description = "Actions of this Identifier", example = "look-up") @Size(min = 1, max = 50) @Nullable
        String identifier,

        @Schema(description = "Actions of this Type", example = "GetCustomerProfile")
        @Size(min = 1, max = 100)
        @Nullable
        String type,

        @Schema(description = "The result, which the conditions of the action compare", example = "True")
        @Size(max = 1024)
        @Nullable
        String result,

        @Schema(description = "The type of the error that the action fails with", example = "NoMatchingError")
        @Size(min = 1, max = 100)
        @Nullable
        String errorType,

        @Schema(description = "true: the flow goes on with NextAction", example = "true") @Nullable
        Boolean success,

        @Schema(
                description = "Data that is merged into roots of references: with the root Customer, "
                        + "$.Customer.FirstName has a value. The roots of the contact itself, such as "
                        + "Attributes, cannot be set",
                example = "{\"Customer\": {\"FirstName\": \"Ada\"}}")
        @Size(max = 20)
        @JsonDeserialize(contentAs = JsonNode.class) // so that numbers stay as they are written
        @Nullable
        Map<String, @NotNull Object> data,

        @Schema(
                description = "How long the action waits first, on the emulator clock; at most 7 days",
                example = "PT5S")
        @Nullable
        Duration delay,

        @Schema(description = "How many actions get this outcome; all if absent", example = "1")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable
        Integer times) {

    private static final Duration MAX_DELAY = Duration.ofDays(7);

    /**
     * The stub.
     *
     * @throws ControlProblem if the members contradict each other
     */
    Stub toStub(String id) {
        List<FieldProblem> errors = new ArrayList<>();
        if (flow == null && identifier == null && type == null) {
            errors.add(new FieldProblem("", "must have at least one of flow, identifier and type"));
        }
        if (Boolean.FALSE.equals(success)) {
            errors.add(new FieldProblem("success", "must be true or absent; to make an action fail, set errorType"));
        }
        if (Stream.of(result, errorType, success).filter(Objects::nonNull).count() != 1) {
            errors.add(new FieldProblem("", "must have exactly one of result, errorType and success"));
        }
        if (delay != null && delay.compareTo(MAX_DELAY) > 0) {
            errors.add(new FieldProblem("delay", "must be at most P7D, was " + delay));
        }
        StubData roots = StubData.of(data == null ? Map.of() : data, errors);
        if (!errors.isEmpty()) {
            throw ControlProblem.badFields(errors);
        }
        return new Stub(
                id,
                instanceId,
                flow,
                identifier,
                type,
                outcome(id),
                roots.byRoot(),
                Objects.requireNonNullElse(delay, Duration.ZERO),
                Objects.requireNonNullElse(times, Stub.ALWAYS));
    }

    private Outcome outcome(String id) {
        if (errorType != null) {
            return Outcome.failure(errorType, "The stub " + id + " makes the action fail");
        }
        return result == null ? Outcome.success() : Outcome.result(result);
    }
}
