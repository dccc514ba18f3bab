package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.AgentKey;
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

/** The standing agents (rules F73 and F102). After each change, contacts that wait get the agents that are available now. */
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
                    + "were added. Without any, a contact waits until an agent that you play joins. With an "
                    + "instanceId, lists those that take contacts of this instance alone.")
    StandingAgentList list(@Valid InstanceParameter query) {
        return new StandingAgentList(agents.of(query.instanceId()).stream()
                .map(StandingAgentView::of)
                .toList());
    }

    @GetMapping("/{agentId}")
    @Operation(
            operationId = "getStandingAgent",
            summary = "Read one standing agent",
            description = "Returns the agent with its chats.")
    StandingAgentView read(@PathVariable String agentId, @Valid InstanceParameter query) {
        return StandingAgentView.of(known(agents, new AgentKey(query.instanceId(), agentId)));
    }

    @PutMapping("/{agentId}")
    @Operation(
            operationId = "putStandingAgent",
            summary = "Add or replace a standing agent",
            description = "Members that are absent have their defaults. An agent that is replaced keeps its chats. At "
                    + "most 1,000 agents exist at a time. A reset restores the configured agents. With an instanceId, "
                    + "the agent takes contacts of this instance alone, until the reset of the instance, and stands in "
                    + "there for an agent of the same id that takes contacts of all.")
    StandingAgentView put(
            @PathVariable @Size(min = 1, max = 256) String agentId,
            @Valid InstanceParameter query,
            @RequestBody @Valid StandingAgentRequest request) {
        String instanceId = query.instanceId();
        if (!agents.put(request.toAgent(new AgentKey(instanceId, agentId), queues.in(instanceId)))) {
            throw ControlProblem.conflict("There are " + StandingAgents.MAXIMUM
                    + " standing agents already; remove some, or reset instances that are no longer used");
        }
        arrivals.assign();
        return read(agentId, query);
    }

    @PatchMapping("/{agentId}")
    @Operation(
            operationId = "changeStandingAgent",
            summary = "Change a standing agent",
            description =
                    "Changes the members that the body has; the others stay as they are. The state AVAILABLE lets "
                            + "an agent that rejected or missed a contact get contacts again.")
    StandingAgentView change(
            @PathVariable String agentId,
            @Valid InstanceParameter query,
            @RequestBody @Valid StandingAgentRequest request) {
        AgentKey agent = new AgentKey(query.instanceId(), agentId);
        if (agents.patch(agent, request.toChange(queues.in(query.instanceId()))) == null) {
            throw unknown(agent);
        }
        arrivals.assign();
        return read(agentId, query);
    }

    @DeleteMapping("/{agentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteStandingAgent",
            summary = "Remove a standing agent",
            description = "The chats of the agent go on with it. Contacts that it was offered wait for another agent.")
    void remove(@PathVariable String agentId, @Valid InstanceParameter query) {
        AgentKey agent = new AgentKey(query.instanceId(), agentId);
        if (!agents.remove(agent)) {
            throw unknown(agent);
        }
        arrivals.assign();
    }

    /** The agent, or a 404. */
    static AgentStatus known(StandingAgents agents, AgentKey agent) {
        AgentStatus found = agents.find(agent);
        if (found == null) {
            throw unknown(agent);
        }
        return found;
    }

    private static ControlProblem unknown(AgentKey agent) {
        String instanceId = agent.instanceId();
        return ControlProblem.notFound("There is no standing agent " + agent.id()
                + (instanceId == null ? "" : " of instance " + instanceId + " alone") + "; GET "
                + ResourcePaths.STANDING_AGENTS + (instanceId == null ? "" : "?instanceId=" + instanceId)
                + " lists the standing agents");
    }
}
