package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.AgentStatus;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.flow.run.AgentArrivals;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The standing agents (rule F73). After each change, contacts that wait get the agents that are available now. */
@RestController
@RequestMapping(ResourcePaths.STANDING_AGENTS)
@Tag(name = "queues")
final class StandingAgentController {

    private final StandingAgents agents;
    private final Queues queues;
    private final AgentArrivals arrivals;

    StandingAgentController(StandingAgents agents, Queues queues, AgentArrivals arrivals) {
        this.agents = agents;
        this.queues = queues;
        this.arrivals = arrivals;
    }

    @GetMapping
    @Operation(
            operationId = "listStandingAgents",
            summary = "List the standing agents",
            description = "Lists the agents that take contacts from queues by themselves, in the order in which they "
                    + "were added. Without any, a contact waits until an agent that you play joins.")
    StandingAgentList list() {
        return new StandingAgentList(
                agents.all().stream().map(StandingAgentView::of).toList());
    }

    @GetMapping("/{agentId}")
    @Operation(
            operationId = "getStandingAgent",
            summary = "Read one standing agent",
            description = "Returns the agent with its chats.")
    StandingAgentView read(@PathVariable String agentId) {
        AgentStatus found = agents.find(agentId);
        if (found == null) {
            throw unknown(agentId);
        }
        return StandingAgentView.of(found);
    }

    @PutMapping("/{agentId}")
    @Operation(
            operationId = "putStandingAgent",
            summary = "Add or replace a standing agent",
            description = "Members that are absent have their defaults. An agent that is replaced keeps its chats. At "
                    + "most 1,000 agents exist at a time. A reset restores the configured agents.")
    StandingAgentView put(
            @PathVariable @Size(min = 1, max = 256) String agentId, @RequestBody @Valid StandingAgentRequest request) {
        if (!agents.put(request.toAgent(agentId, queues))) {
            throw ControlProblem.conflict(
                    "There are " + StandingAgents.MAXIMUM + " standing agents already; remove some first");
        }
        arrivals.assign();
        return read(agentId);
    }

    @PatchMapping("/{agentId}")
    @Operation(
            operationId = "changeStandingAgent",
            summary = "Change a standing agent",
            description =
                    "Changes the members that the body has; the others stay as they are. The state AVAILABLE lets "
                            + "an agent that rejected or missed a contact get contacts again.")
    StandingAgentView change(@PathVariable String agentId, @RequestBody @Valid StandingAgentRequest request) {
        if (agents.patch(agentId, request.toChange(queues)) == null) {
            throw unknown(agentId);
        }
        arrivals.assign();
        return read(agentId);
    }

    @DeleteMapping("/{agentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteStandingAgent",
            summary = "Remove a standing agent",
            description = "The chats of the agent go on with it. Contacts that it was offered wait for another agent.")
    void remove(@PathVariable String agentId) {
        if (!agents.remove(agentId)) {
            throw unknown(agentId);
        }
        arrivals.assign();
    }

    static ControlProblem unknown(String agentId) {
        return ControlProblem.notFound("There is no standing agent " + agentId + "; GET "
                + ResourcePaths.STANDING_AGENTS + " lists the standing agents");
    }
}
