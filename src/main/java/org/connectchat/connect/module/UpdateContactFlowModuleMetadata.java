package org.connectchat.connect.module;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.time.Clocks;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.flow.FlowOperation;
import org.connectchat.connect.flow.FlowPath;
import org.connectchat.connect.flow.FlowRequest;
import org.connectchat.connect.flow.FlowRules;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes name, description and state of a module: {@code POST
 * /contact-flow-modules/{InstanceId}/{ContactFlowModuleId}/metadata}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactFlowModuleMetadata.html">UpdateContactFlowModuleMetadata</a>
 */
@Component
final class UpdateContactFlowModuleMetadata extends FlowOperation<UpdateContactFlowModuleMetadata.Request> {

    record Body(
            @Nullable String name,
            @Nullable String description,
            @Nullable String state) {}

    record Request(FlowPath flow, Body body) implements FlowRequest {}

    private final FlowStore store;
    private final Clocks clocks;

    UpdateContactFlowModuleMetadata(FlowStore store, Catalogue catalogue, Clocks clocks) {
        super(catalogue);
        this.store = store;
        this.clocks = clocks;
    }

    @Override
    public Route route() {
        return FlowRoutes.UPDATE_CONTACT_FLOW_MODULE_METADATA;
    }

    @Override
    protected Request read(Call call) {
        return new Request(FlowPath.ofModule(call), call.bodyOrEmpty(Body.class));
    }

    @Override
    protected void checkBody(Request request, Violations violations) {
        Body body = request.body();
        ModuleRules.name(body.name(), violations);
        ModuleRules.description(body.description(), violations);
        FlowRules.state("State", body.state(), violations);
    }

    @Override
    protected NoContent execute(Request request, String instanceId) {
        Body body = request.body();
        store.modules()
                .change(
                        instanceId,
                        request.flow().reference().id(),
                        current -> current.withMetadata(
                                body.name(),
                                body.description(),
                                FlowRules.stateOrNull(body.state()),
                                clocks.now(instanceId)));
        return NoContent.RESPONSE;
    }
}
