package org.connectchat.connect.module;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.flow.FlowOperation;
import org.connectchat.connect.flow.FlowPath;
import org.connectchat.connect.flow.FlowPathRequest;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.springframework.stereotype.Component;

/**
 * Shows a module: {@code GET /contact-flow-modules/{InstanceId}/{ContactFlowModuleId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContactFlowModule.html">DescribeContactFlowModule</a>
 */
@Component
final class DescribeContactFlowModule extends FlowOperation<FlowPathRequest> {

    record Response(ModuleDescription contactFlowModule) {}

    private final FlowStore store;
    private final AccountSettings account;

    DescribeContactFlowModule(FlowStore store, Catalogue catalogue, AccountSettings account) {
        super(catalogue);
        this.store = store;
        this.account = account;
    }

    @Override
    public Route route() {
        return FlowRoutes.DESCRIBE_CONTACT_FLOW_MODULE;
    }

    @Override
    protected FlowPathRequest read(Call call) {
        return new FlowPathRequest(FlowPath.ofModule(call));
    }

    @Override
    protected Response execute(FlowPathRequest request, String instanceId) {
        StoredFlow module =
                store.modules().get(instanceId, request.flow().reference().id());
        return new Response(ModuleDescription.of(module, account));
    }
}
