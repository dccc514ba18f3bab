package org.connectchat.connect.queue;

import java.util.List;
import java.util.stream.Stream;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.CatalogueRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ListPage;
import org.connectchat.connect.ResourceId;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists the queues that an instance sees and those of standing agents: {@code GET /queues-summary/{InstanceId}} (rules U13 and
 * F101).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListQueues.html">ListQueues</a>
 */
@Component
final class ListQueues extends RequestOperation<ListQueues.Request> {

    private static final int MAX_TYPES = 2;
    private static final int MAX_RESULTS = 1_000;

    record Request(String instanceIdOrArn, List<String> types, ListPage page) {}

    record Response(
            List<Summary> queueSummaryList, @Nullable String nextToken) {}

    /** @param name absent for the queue of an agent */
    record Summary(String id, String arn, @Nullable String name, QueueType queueType) {}

    private final Queues queues;
    private final StandingAgents agents;
    private final Catalogue catalogue;
    private final AccountSettings account;

    ListQueues(Queues queues, StandingAgents agents, Catalogue catalogue, AccountSettings account) {
        this.queues = queues;
        this.agents = agents;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return CatalogueRoutes.LIST_QUEUES;
    }

    @Override
    protected Request read(Call call) {
        QueryParameters query = QueryParameters.of(call);
        return new Request(call.label("InstanceId"), query.all("queueTypes"), ListPage.of(query, MAX_RESULTS));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        int types = request.types().size();
        if (types > MAX_TYPES) {
            violations.value("QueueTypes", "must have at most " + MAX_TYPES + " elements, has " + types);
        } else {
            request.types().forEach(type -> violations.oneOf("QueueTypes", type, QueueType.NAMES));
        }
        request.page().check(violations);
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
        Stream<Queue> ofAgents = agents.in(instanceId).stream()
                .map(status -> Queue.ofAgent(status.agent().id()));
        List<Queue> wanted = Stream.concat(queues.in(instanceId).all().stream(), ofAgents)
                .filter(queue -> request.types().isEmpty()
                        || request.types().contains(QueueType.of(queue).name()))
                .toList();
        ListPage.Result<Queue> page = request.page().from(wanted, Queue::name, Queue::resource);
        return new Response(
                page.elements().stream()
                        .map(queue -> summary(queue, instanceId))
                        .toList(),
                page.nextToken());
    }

    private Summary summary(Queue queue, String instanceId) {
        return new Summary(
                queue.id(),
                account.arn(instanceId, queue.resource()),
                queue.agentQueue() ? null : queue.name(),
                QueueType.of(queue));
    }
}
