package org.connectchat.control.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.contactevent.ContactEvent;
import org.connectchat.contactevent.EventForm;

/** An event of the journal, as the control API shows it: in the form that EventBridge gets. */
@Schema(name = "JournaledContactEvent", description = "A contact event, in the form in which EventBridge gets it.")
record JournaledEvent(
        @Schema(description = "Counts all events since the start; a later event has a greater number", example = "17")
        long number,

        @Schema(description = "Always aws.connect", example = "aws.connect")
        String source,

        @JsonProperty("detail-type")
        @Schema(description = "Always Amazon Connect Contact Event", example = "Amazon Connect Contact Event")
        String detailType,

        @Schema(description = "The account of the instance", example = "000000000000")
        String account,

        @Schema(description = "The region of the instance", example = "us-east-1")
        String region,

        @Schema(description = "When it happened, on the emulator clock", example = "2026-11-22T15:00:00.795Z")
        Instant time,

        @Schema(description = "The ARNs of the instance and of the contact")
        List<String> resources,

        @Schema(
                description = "What happened, and the data of the contact at that moment: eventType, contactId, "
                        + "initialContactId, instanceArn, timestamps, queueInfo, agentInfo, tags and so on; what is "
                        + "not so yet is absent")
        Map<String, Object> detail) {

    static JournaledEvent of(EventEntry entry, EventForm form) {
        ContactEvent event = entry.event();
        return new JournaledEvent(
                entry.number(),
                EventForm.SOURCE,
                EventForm.DETAIL_TYPE,
                form.account(),
                form.region(),
                event.time(),
                form.resources(event),
                form.members(event));
    }
}
