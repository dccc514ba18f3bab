package org.connectchat.connect.module;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.flow.FlowPath;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Shows a module: {@code GET /contact-flow-modules/{InstanceId}/{ContactFlowModuleId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContactFlowModule.html">DescribeContactFlowModule</a>
 */
@Component
final class DescribeContactFlowModule extends RequestOperation<FlowPath> {

    record Response(ModuleDescription contactFlowModule) {}

    private final FlowStore store;
    private final Catalogue catalogue;
    private final AccountSettings account;

    DescribeContactFlowModule(FlowStore store, Catalogue catalogue, AccountSettings account) {
        this.store = store;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return FlowRoutes.DESCRIBE_CONTACT_FLOW_MODULE;
    }

    @Override
    protected FlowPath read(Call call) {
        return FlowPath.ofModule(call);
    }

    @Override
    protected Violations check(FlowPath request) {
        Violations violations = ConnectViolations.collect();
        request.check(violations);
        return violations;
    }

    @Override
    protected Target target(FlowPath request) {
        return request.target();
    }

    @Override
    protected Response execute(FlowPath request, Call call) {
        catalogue.requireInstance(request.instanceId());
        StoredFlow module =
                store.modules().get(request.instanceId(), request.reference().id());
        return new Response(ModuleDescription.of(module, account));
    }
}
