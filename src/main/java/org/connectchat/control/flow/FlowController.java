package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.run.FlowInspector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The flow of a chat (rules F79 and F80): tests read its position and its log, await actions and end waits. */
@RestController
@RequestMapping(ResourcePaths.FLOW)
@Tag(name = "flows")
final class FlowController {

    private final Contacts contacts;
    private final FlowInspector flows;
    private final FlowAwaits awaits;
    private final FlowContinuation continuation;

    FlowController(Contacts contacts, FlowInspector flows, FlowAwaits awaits, FlowContinuation continuation) {
        this.contacts = contacts;
        this.flows = flows;
        this.awaits = awaits;
        this.continuation = continuation;
    }

    @GetMapping
    @Operation(
            operationId = "getFlowOfContact",
            summary = "Read where the flow of a chat stands",
            description = "Returns the action that runs or waits, what it waits for and until when, the hooks, and the "
                    + "queue with the position of the contact. The state is NONE if no flow has the id that the chat was "
                    + "started with.")
    FlowView read(@PathVariable String contactId) {
        Contact contact = contacts.current(contactId);
        return FlowView.of(contact.id(), flows.position(contact.id()));
    }

    @GetMapping("/log")
    @Operation(
            operationId = "getFlowLog",
            summary = "List the actions that the flow of a chat has run",
            description = "Lists the actions of the whole session, oldest first; the emulator keeps the latest 500. An "
                    + "entry must match every filter that is given. UpdateFlowLoggingBehavior with Disabled leaves "
                    + "parameters and results out.")
    FlowLogPage log(@PathVariable String contactId, @Valid FlowLogQuery query) {
        Contact contact = contacts.current(contactId);
        List<FlowLogEntry> log = flows.log(contact.id());
        return FlowLogPage.of(log == null ? List.of() : log, query.filter());
    }

    @PostMapping("/continue")
    @Operation(
            operationId = "continueFlow",
            summary = "Go on without waiting",
            description = "The action that waits goes on at once, as if its time were over; the clock stays. Returns "
                    + "where the flow stands then. Calls of functions and bots that the flow has begun before or begins "
                    + "then are over when the response comes. 409 if the flow does not wait, or a call takes longer "
                    + "than twelve seconds.")
    DeferredResult<FlowView> goOn(@PathVariable String contactId) {
        return continuation.begin(contacts.current(contactId).id());
    }

    @PostMapping("/await")
    @Operation(
            operationId = "awaitFlowAction",
            summary = "Wait for an action of the flow",
            description = "Responds as soon as the flow log has a matching entry; at once if it already has one. 408 "
                    + "when the timeout passes first, with the actions that ran instead. 409 if the chat has no flow, "
                    + "or ends without such an action.")
    DeferredResult<FlowLogItem> await(
            @PathVariable String contactId, @RequestBody @Valid FlowAwaitRequest request, HttpServletRequest exchange) {
        return awaits.begin(contacts.current(contactId).id(), request, exchange);
    }
}
