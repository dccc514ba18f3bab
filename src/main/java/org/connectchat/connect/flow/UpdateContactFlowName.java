package org.connectchat.connect.flow;

import java.time.Clock;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes name and description of a flow: {@code POST /contact-flows/{InstanceId}/{ContactFlowId}/name}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactFlowName.html">UpdateContactFlowName</a>
 */
@Component
final class UpdateContactFlowName extends RequestOperation<UpdateContactFlowName.Request> {

    record Body(@Nullable String name, @Nullable String description) {}

    record Request(FlowPath flow, Body body) {}

    private final FlowStore store;
    private final Catalogue catalogue;
    private final Clock clock;

    UpdateContactFlowName(FlowStore store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Route route() {
        return FlowRoutes.UPDATE_CONTACT_FLOW_NAME;
    }

    @Override
    protected Request read(Call call) {
        return new Request(FlowPath.ofFlow(call), call.bodyOrEmpty(Body.class));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        request.flow().check(violations);
        Body body = request.body();
        violations.length("Name", body.name(), 1, FlowRules.MAX_NAME_CHARACTERS);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return request.flow().target();
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        String instanceId = request.flow().instanceId();
        catalogue.requireInstance(instanceId);
        Body body = request.body();
        store.flows()
                .change(
                        instanceId,
                        request.flow().reference().id(),
                        current -> current.withMetadata(body.name(), body.description(), null, clock.instant()));
        return NoContent.RESPONSE;
    }
}
