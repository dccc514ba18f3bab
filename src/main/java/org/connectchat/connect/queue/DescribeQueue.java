package org.connectchat.connect.queue;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.CatalogueRoutes;
import org.connectchat.connect.ConnectError;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ResourceId;
import org.connectchat.flow.hours.Hours;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.queue.KnownQueues;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.AgentKey;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows a queue: {@code GET /queues/{InstanceId}/{QueueId}} (rule U13). The queue of a standing agent has the id of the agent.
 * Without configured queues every id is one.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeQueue.html">DescribeQueue</a>
 */
@Component
final class DescribeQueue extends RequestOperation<DescribeQueue.Request> {

    private static final int MAX_ID = 500;

    record Request(String instanceIdOrArn, String queueIdOrArn) {}

    record Response(Description queue) {}

    record Description(
            @Nullable String name,
            String queueArn,
            String queueId,
            @Nullable String hoursOfOperationId,
            @Nullable Integer maxContacts,
            String status) {}

    private final Queues queues;
    private final StandingAgents agents;
    private final HoursCatalogue hours;
    private final Catalogue catalogue;
    private final AccountSettings account;

    DescribeQueue(
            Queues queues, StandingAgents agents, HoursCatalogue hours, Catalogue catalogue, AccountSettings account) {
        this.queues = queues;
        this.agents = agents;
        this.hours = hours;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return CatalogueRoutes.DESCRIBE_QUEUE;
    }

    @Override
    protected Request read(Call call) {
        return new Request(call.label("InstanceId"), call.label("QueueId"));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        ResourceId.check("QueueId", request.queueIdOrArn(), MAX_ID, violations);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(request.instanceIdOrArn()), null);
    }

    @Override
    protected Response execute(Request request, Call call) {
        String instanceId = ResourceId.of(request.instanceIdOrArn());
        catalogue.requireInstance(instanceId);
        Queue queue = find(instanceId, request.queueIdOrArn());
        if (queue == null) {
            throw new AwsException(
                    ConnectError.RESOURCE_NOT_FOUND,
                    "Queue " + Violations.abbreviated(request.queueIdOrArn())
                            + " was not found; emulator.flows.queues names the queues there are");
        }
        return new Response(new Description(
                queue.agentQueue() ? null : queue.name(),
                account.arn(instanceId, queue.resource()),
                queue.id(),
                hoursId(instanceId, queue),
                queue.maximum() == Queue.NO_MAXIMUM ? null : queue.maximum(),
                "ENABLED"));
    }

    private @Nullable Queue find(String instanceId, String idOrArn) {
        String id = ResourceId.of(idOrArn);
        KnownQueues known = queues.in(instanceId);
        boolean isConfigured = known.all().stream().anyMatch(queue -> queue.id().equals(id));
        if (id.equals(idOrArn) && !isConfigured && isAgent(instanceId, id)) {
            return Queue.ofAgent(id);
        }
        Queue found = known.find(idOrArn);
        // Flows may name a queue, but this operation takes its id.
        return found != null && found.id().equals(id) ? found : null;
    }

    private boolean isAgent(String instanceId, String id) {
        return agents.find(AgentKey.ofAll(id)) != null || agents.find(new AgentKey(instanceId, id)) != null;
    }

    private @Nullable String hoursId(String instanceId, Queue queue) {
        String reference = queue.hoursId();
        Hours found = reference == null ? null : hours.in(instanceId).find(reference);
        return found == null ? null : found.id();
    }
}
