package org.connectchat.connect.flow;

import static java.util.Objects.requireNonNull;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.time.Clocks;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.flow.store.FlowReference;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replaces the content of a flow and publishes it: {@code POST /contact-flows/{InstanceId}/{ContactFlowId}/content}. For an
 * id that ends in {@code :$SAVED} the content is saved only (rule F83).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactFlowContent.html">UpdateContactFlowContent</a>
 */
@Component
final class UpdateContactFlowContent extends FlowOperation<UpdateContactFlowContent.Request> {

    record Body(@Nullable String content) {

        /** Without the content. */
        @Override
        public String toString() {
            return "UpdateContactFlowContent.Body";
        }
    }

    record Request(FlowPath flow, Body body) implements FlowRequest {}

    private final FlowStore store;
    private final FlowContents contents;
    private final Clocks clocks;

    UpdateContactFlowContent(FlowStore store, FlowContents contents, Catalogue catalogue, Clocks clocks) {
        super(catalogue);
        this.store = store;
        this.contents = contents;
        this.clocks = clocks;
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
    protected void checkBody(Request request, Violations violations) {
        violations.required("Content", request.body().content());
        FlowRules.content(request.body().content(), violations);
    }

    @Override
    protected NoContent execute(Request request, String instanceId) {
        FlowReference reference = request.flow().reference();
        StoredFlow flow = store.flows().get(instanceId, reference.id());
        String text = requireNonNull(request.body().content());
        StoredContent content =
                reference.namesSaved() ? contents.saved(text) : contents.published(instanceId, text, flow.type());
        store.flows().change(instanceId, flow.id(), current -> current.withContent(content, clocks.now(instanceId)));
        return NoContent.RESPONSE;
    }
}
