package org.connectchat.connect.flow;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Deletes a flow: {@code DELETE /contact-flows/{InstanceId}/{ContactFlowId}}. Chats that run it go on (rule F87).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteContactFlow.html">DeleteContactFlow</a>
 */
@Component
final class DeleteContactFlow extends RequestOperation<FlowPath> {

    private final FlowStore store;
    private final Catalogue catalogue;

    DeleteContactFlow(FlowStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public Route route() {
        return FlowRoutes.DELETE_CONTACT_FLOW;
    }

    @Override
    protected FlowPath read(Call call) {
        return FlowPath.ofFlow(call);
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
    protected NoContent execute(FlowPath request, Call call) {
        catalogue.requireInstance(request.instanceId());
        store.flows().remove(request.instanceId(), request.reference().id());
        return NoContent.RESPONSE;
    }
}
