package org.connectchat.connect.flow;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.time.Clocks;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes name, description and state of a flow: {@code POST
 * /contact-flows/{InstanceId}/{ContactFlowId}/metadata}. An archived flow starts no chats (rule F86).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactFlowMetadata.html">UpdateContactFlowMetadata</a>
 */
@Component
final class UpdateContactFlowMetadata extends FlowOperation<UpdateContactFlowMetadata.Request> {

    record Body(
            @Nullable String name,
            @Nullable String description,
            @Nullable String contactFlowState) {}

    record Request(FlowPath flow, Body body) implements FlowRequest {}

    private final FlowStore store;
    private final Clocks clocks;

    UpdateContactFlowMetadata(FlowStore store, Catalogue catalogue, Clocks clocks) {
        super(catalogue);
        this.store = store;
        this.clocks = clocks;
    }

    @Override
    public Route route() {
        return FlowRoutes.UPDATE_CONTACT_FLOW_METADATA;
    }

    @Override
    protected Request read(Call call) {
        return new Request(FlowPath.ofFlow(call), call.bodyOrEmpty(Body.class));
    }

    @Override
    protected void checkBody(Request request, Violations violations) {
        Body body = request.body();
        violations.length("Name", body.name(), 1, FlowRules.MAX_NAME_CHARACTERS);
        FlowRules.state("ContactFlowState", body.contactFlowState(), violations);
    }

    @Override
    protected NoContent execute(Request request, String instanceId) {
        Body body = request.body();
        store.flows()
                .change(
                        instanceId,
                        request.flow().reference().id(),
                        current -> current.withMetadata(
                                body.name(),
                                body.description(),
                                FlowRules.stateOrNull(body.contactFlowState()),
                                clocks.now(instanceId)));
        return NoContent.RESPONSE;
    }
}
