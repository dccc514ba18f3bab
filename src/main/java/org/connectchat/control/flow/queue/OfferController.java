package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.routing.AgentKey;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.flow.run.AgentArrivals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contacts that are offered to standing agents who do not accept by themselves (rule F73). */
@RestController
@RequestMapping(ResourcePaths.OFFERS)
@Tag(name = "queues")
final class OfferController {

    private final StandingAgents agents;
    private final Routing routing;
    private final AgentArrivals arrivals;
    private final Contacts contacts;

    OfferController(StandingAgents agents, Routing routing, AgentArrivals arrivals, Contacts contacts) {
        this.agents = agents;
        this.routing = routing;
        this.arrivals = arrivals;
        this.contacts = contacts;
    }

    @GetMapping
    @Operation(
            operationId = "listOffers",
            summary = "List the contacts that are offered to an agent",
            description =
                    "Lists the open offers, the oldest first. An offer that is not accepted in time is missed, and "
                            + "the agent gets no contact until its state is set to AVAILABLE again.")
    OfferList list(@PathVariable String agentId, @Valid InstanceParameter query) {
        AgentKey agent = known(agentId, query);
        return OfferList.of(routing.offers().open().stream()
                .filter(offer -> offer.agent().key().equals(agent))
                .toList());
    }

    @PostMapping("/{contactId}/accept")
    @Operation(
            operationId = "acceptOffer",
            summary = "Accept a contact that is offered to an agent",
            description =
                    "The agent joins the chat, after the whisper flows if hooks are set. 409 if the contact is not "
                            + "offered to the agent, or not any more.")
    StandingAgentView accept(
            @PathVariable String agentId, @PathVariable String contactId, @Valid InstanceParameter query) {
        AgentKey agent = known(agentId, query);
        Contact contact = contacts.current(contactId);
        if (!arrivals.accept(agent, contact.sessionId())) {
            throw notOffered(agent, contact);
        }
        return view(agent);
    }

    @PostMapping("/{contactId}/reject")
    @Operation(
            operationId = "rejectOffer",
            summary = "Reject a contact that is offered to an agent",
            description =
                    "The contact goes to another agent, or waits. This agent gets no contact until its state is set "
                            + "to AVAILABLE again. 409 if the contact is not offered to the agent, or not any more.")
    StandingAgentView reject(
            @PathVariable String agentId, @PathVariable String contactId, @Valid InstanceParameter query) {
        AgentKey agent = known(agentId, query);
        Contact contact = contacts.current(contactId);
        if (!routing.offers().reject(agent, contact.sessionId())) {
            throw notOffered(agent, contact);
        }
        arrivals.assign();
        return view(agent);
    }

    private AgentKey known(String agentId, InstanceParameter query) {
        AgentKey agent = new AgentKey(query.instanceId(), agentId);
        return StandingAgentController.known(agents, agent).agent().key();
    }

    private StandingAgentView view(AgentKey agent) {
        return StandingAgentView.of(StandingAgentController.known(agents, agent));
    }

    private static ControlProblem notOffered(AgentKey agent, Contact contact) {
        return ControlProblem.conflict("Contact " + contact.id() + " is not offered to agent " + agent.id());
    }
}
