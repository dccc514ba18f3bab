package org.connectchat.connect.module;

import java.util.List;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.ListPage;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.flow.FlowRules;
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
 * Lists the modules of an instance: {@code GET /contact-flow-modules-summary/{InstanceId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListContactFlowModules.html">ListContactFlowModules</a>
 */
@Component
final class ListContactFlowModules extends RequestOperation<ListContactFlowModules.Request> {

    record Request(String instanceIdOrArn, @Nullable String state, ListPage page) {}

    record Response(
            List<Summary> contactFlowModulesSummaryList,
            @Nullable String nextToken) {}

    record Summary(String id, String arn, String name, StoredFlow.State state) {}

    private final FlowStore store;
    private final Catalogue catalogue;
    private final AccountSettings account;

    ListContactFlowModules(FlowStore store, Catalogue catalogue, AccountSettings account) {
        this.store = store;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return FlowRoutes.LIST_CONTACT_FLOW_MODULES;
    }

    @Override
    protected Request read(Call call) {
        QueryParameters query = QueryParameters.of(call);
        return new Request(call.label("InstanceId"), query.first("state"), ListPage.of(query, FlowRules.MAX_RESULTS));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        FlowRules.state("ContactFlowModuleState", request.state(), violations);
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
        List<StoredFlow> modules = store.modules().all(instanceId).stream()
                .filter(module ->
                        request.state() == null || module.state().name().equals(request.state()))
                .toList();
        ListPage.Result<StoredFlow> page = request.page().from(modules, StoredFlow::name, StoredFlow::id);
        return new Response(page.elements().stream().map(this::summary).toList(), page.nextToken());
    }

    private Summary summary(StoredFlow module) {
        return new Summary(module.id(), ModuleDescription.arn(module, account), module.name(), module.state());
    }
}
