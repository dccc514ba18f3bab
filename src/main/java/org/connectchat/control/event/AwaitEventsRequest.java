package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.connectchat.contactevent.ContactEventType;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceId;
import org.connectchat.control.recording.Wait;
import org.jspecify.annotations.Nullable;

/** The events to wait for. */
@Schema(
        name = "AwaitContactEventsRequest",
        description = "The contact events to wait for. An event must match every member that is given.",
        example = "{\"eventType\": \"INITIATED\", \"count\": 1, \"timeout\": \"PT5S\"}")
record AwaitEventsRequest(
        @Schema(description = "Events of this type") @Nullable
        ContactEventType eventType,

        @Schema(description = "Events of this contact") @Size(max = 256) @Nullable
        String contactId,

        @Schema(description = "Events of all contacts of the session that began with this contact")
        @Size(max = 256)
        @Nullable
        String initialContactId,

        @Schema(description = "Events of this instance, by its id") @Size(max = 256) @InstanceId @Nullable
        String instanceId,

        @Schema(description = "Number of events to wait for; 1 if absent", example = "1") @Min(1) @Max(1000) @Nullable
        Integer count,

        @Schema(
                description = "Events with a greater number than this one; 0 if absent, which admits every event in "
                        + "the journal")
        @Min(0)
        @Nullable
        Long after,

        @Schema(
                description = "Maximum time to wait, on the system clock; PT10S if absent, at most PT5M",
                example = "PT10S")
        @Nullable
        Duration timeout) {

    /**
     * The wait for these events.
     *
     * @throws ControlProblem if the timeout is longer than allowed
     */
    Wait<EventEntry> toWait() {
        EventFilter filter = new EventFilter(eventType, contactId, initialContactId, instanceId);
        return Wait.of(filter::matches, after, count, timeout);
    }
}
