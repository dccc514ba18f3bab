package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.connectchat.contactevent.EventForm;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.recording.Recording;
import org.connectchat.control.recording.Wait;
import org.connectchat.control.recording.Waits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The journal of contact events: a test lists, counts, awaits and deletes them. */
@RestController
@RequestMapping(ResourcePaths.CONTACT_EVENTS)
@Tag(name = "events")
final class EventController {

    private final EventJournal journal;
    private final Recording<EventEntry> events;
    private final EventForm form;
    private final Waits waits;

    EventController(EventJournal journal, EventForm form, Waits waits) {
        this.journal = journal;
        this.events = journal.events();
        this.form = form;
        this.waits = waits;
    }

    @GetMapping
    @Operation(
            operationId = "listContactEvents",
            summary = "List the contact events",
            description = "Lists the contact events from the journal, in the order in which they happened. An event "
                    + "must match every filter that is given. The journal has them whether they are sent to "
                    + "EventBridge or not.")
    EventPage list(
            @Valid EventQuery query,
            @Parameter(description = "At most this many events") @RequestParam(defaultValue = "100") @Min(1) @Max(1000)
                    int limit) {
        List<EventEntry> found = events.find(query.filter(), limit + 1);
        return EventPage.of(found, limit, form);
    }

    @GetMapping("/count")
    @Operation(
            operationId = "countContactEvents",
            summary = "Count the contact events",
            description = "Counts the events in the journal that match every filter that is given.")
    EventCount count(@Valid EventQuery query) {
        return new EventCount(events.count(query.filter()));
    }

    @PostMapping("/await")
    @Operation(
            operationId = "awaitContactEvents",
            summary = "Wait for contact events",
            description = "Responds as soon as enough matching events are in the journal, at once if they are "
                    + "there already, and with 408 when the timeout passes first.")
    DeferredResult<AwaitedEvents> await(@RequestBody @Valid AwaitEventsRequest request, HttpServletRequest exchange) {
        Wait<EventEntry> wait = request.toWait();
        return waits.begin(
                events,
                wait,
                found -> "Only " + found + " of " + wait.count() + " matching events came within " + wait.timeout()
                        + "; GET " + ResourcePaths.CONTACT_EVENTS + " lists all events",
                found -> AwaitedEvents.of(found, form),
                exchange);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteContactEvents",
            summary = "Empty the journal of contact events, or forget those of one instance",
            description = "Forgets all events, or those of the instance. The numbers of later events continue.")
    void clear(@Valid InstanceParameter query) {
        if (query.instanceId() == null) {
            journal.reset();
        } else {
            journal.reset(query.instanceId());
        }
    }
}
