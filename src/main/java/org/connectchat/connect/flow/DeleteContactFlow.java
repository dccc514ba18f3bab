package org.connectchat.connect.flow;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.operation.NoContent;
import org.springframework.stereotype.Component;

/**
 * Deletes a flow: {@code DELETE /contact-flows/{InstanceId}/{ContactFlowId}}. Chats that run it go on (rule F87).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteContactFlow.html">DeleteContactFlow</a>
 */
@Component
final class DeleteContactFlow extends FlowOperation<FlowPathRequest> {

    private final FlowStore store;

    DeleteContactFlow(FlowStore store, Catalogue catalogue) {
        super(catalogue);
        this.store = store;
    }

    @Override
    public Route route() {
        return FlowRoutes.DELETE_CONTACT_FLOW;
    }

    @Override
    protected FlowPathRequest read(Call call) {
        return new FlowPathRequest(FlowPath.ofFlow(call));
    }

    @Override
    protected NoContent execute(FlowPathRequest request, String instanceId) {
        store.flows().remove(instanceId, request.flow().reference().id());
        return NoContent.RESPONSE;
    }
}
