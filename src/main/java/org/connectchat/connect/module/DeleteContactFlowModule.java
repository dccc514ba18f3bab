package org.connectchat.connect.module;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.flow.FlowOperation;
import org.connectchat.connect.flow.FlowPath;
import org.connectchat.connect.flow.FlowPathRequest;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.operation.NoContent;
import org.springframework.stereotype.Component;

/**
 * Deletes a module: {@code DELETE /contact-flow-modules/{InstanceId}/{ContactFlowModuleId}}. Chats that run it go on (rule
 * F87).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteContactFlowModule.html">DeleteContactFlowModule</a>
 */
@Component
final class DeleteContactFlowModule extends FlowOperation<FlowPathRequest> {

    private final FlowStore store;

    DeleteContactFlowModule(FlowStore store, Catalogue catalogue) {
        super(catalogue);
        this.store = store;
    }

    @Override
    public Route route() {
        return FlowRoutes.DELETE_CONTACT_FLOW_MODULE;
    }

    @Override
    protected FlowPathRequest read(Call call) {
        return new FlowPathRequest(FlowPath.ofModule(call));
    }

    @Override
    protected NoContent execute(FlowPathRequest request, String instanceId) {
        store.modules().remove(instanceId, request.flow().reference().id());
        return NoContent.RESPONSE;
    }
}
