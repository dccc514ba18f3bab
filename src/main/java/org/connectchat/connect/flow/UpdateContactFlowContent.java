package org.connectchat.connect.flow;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.flow.store.FlowReference;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replaces the content of a flow and publishes it: {@code POST /contact-flows/{InstanceId}/{ContactFlowId}/content}. For an
 * id that ends in {@code :$SAVED} the content is saved only (rule F83).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactFlowContent.html">UpdateContactFlowContent</a>
 */
@Component
final class UpdateContactFlowContent extends RequestOperation<UpdateContactFlowContent.Request> {

    record Body(@Nullable String content) {

        /** Without the content. */
        @Override
        public String toString() {
            return "UpdateContactFlowContent.Body";
        }
    }

    record Request(FlowPath flow, Body body) {}

    private final FlowStore store;
    private final FlowContents contents;
    private final Catalogue catalogue;
    private final Clock clock;

    UpdateContactFlowContent(FlowStore store, FlowContents contents, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Route route() {
        return FlowRoutes.UPDATE_CONTACT_FLOW_CONTENT;
    }

    @Override
    public int leastMaximumBodyBytes() {
        return FlowRules.MAX_BODY_BYTES;
    }

    @Override
    protected Request read(Call call) {
        return new Request(FlowPath.ofFlow(call), call.body(Body.class));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        request.flow().check(violations);
        violations.required("Content", request.body().content());
        FlowRules.content(request.body().content(), violations);
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
        FlowReference reference = request.flow().reference();
        StoredFlow flow = store.flows().get(instanceId, reference.id());
        String text = requireNonNull(request.body().content());
        StoredContent content =
                reference.namesSaved() ? contents.saved(text) : contents.published(instanceId, text, flow.type());
        store.flows().change(instanceId, flow.id(), current -> current.withContent(content, clock.instant()));
        return NoContent.RESPONSE;
    }
}
