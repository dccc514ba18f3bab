package org.connectchat.connect.flow;

import java.util.List;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.ListPage;
import org.connectchat.connect.ResourceId;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists the flows of an instance: {@code GET /contact-flows-summary/{InstanceId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListContactFlows.html">ListContactFlows</a>
 */
@Component
final class ListContactFlows extends RequestOperation<ListContactFlows.Request> {

    private static final int MAX_TYPES = 10;

    record Request(String instanceIdOrArn, List<String> types, ListPage page) {}

    record Response(
            List<Summary> contactFlowSummaryList, @Nullable String nextToken) {}

    record Summary(
            String id,
            String arn,
            String name,
            FlowType contactFlowType,
            StoredFlow.State contactFlowState,
            StoredFlow.Status contactFlowStatus) {}

    private final FlowStore store;
    private final Catalogue catalogue;
    private final AccountSettings account;

    ListContactFlows(FlowStore store, Catalogue catalogue, AccountSettings account) {
        this.store = store;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return FlowRoutes.LIST_CONTACT_FLOWS;
    }

    @Override
    protected Request read(Call call) {
        QueryParameters query = QueryParameters.of(call);
        return new Request(
                call.label("InstanceId"), query.all("contactFlowTypes"), ListPage.of(query, FlowRules.MAX_RESULTS));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        if (request.types().size() > MAX_TYPES) {
            violations.value(
                    "ContactFlowTypes",
                    "must have at most " + MAX_TYPES + " elements, has "
                            + request.types().size());
        } else {
            request.types().forEach(type -> violations.oneOf("ContactFlowTypes", type, FlowRules.TYPES));
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
        List<StoredFlow> flows = store.flows().all(instanceId).stream()
                .filter(flow -> request.types().isEmpty()
                        || request.types().contains(flow.type().name()))
                .toList();
        ListPage.Result<StoredFlow> page = request.page().from(flows, StoredFlow::name, StoredFlow::id);
        return new Response(page.elements().stream().map(this::summary).toList(), page.nextToken());
    }

    private Summary summary(StoredFlow flow) {
        return new Summary(
                flow.id(), FlowDescription.arn(flow, account), flow.name(), flow.type(), flow.state(), flow.status());
    }
}
