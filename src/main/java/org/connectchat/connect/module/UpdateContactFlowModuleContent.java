package org.connectchat.connect.module;

import java.time.Instant;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.time.Clocks;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.flow.FlowContents;
import org.connectchat.connect.flow.FlowOperation;
import org.connectchat.connect.flow.FlowPath;
import org.connectchat.connect.flow.FlowRequest;
import org.connectchat.connect.flow.FlowRules;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.ModuleContract;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replaces the content of a module, its settings, or both: {@code POST
 * /contact-flow-modules/{InstanceId}/{ContactFlowModuleId}/content}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactFlowModuleContent.html">UpdateContactFlowModuleContent</a>
 */
@Component
final class UpdateContactFlowModuleContent extends FlowOperation<UpdateContactFlowModuleContent.Request> {

    record Body(@Nullable String content, @Nullable String settings) {

        /** Without the content. */
        @Override
        public String toString() {
            return "UpdateContactFlowModuleContent.Body";
        }
    }

    record Request(FlowPath flow, Body body) implements FlowRequest {}

    private final FlowStore store;
    private final FlowContents contents;
    private final Clocks clocks;

    UpdateContactFlowModuleContent(FlowStore store, FlowContents contents, Catalogue catalogue, Clocks clocks) {
        super(catalogue);
        this.store = store;
        this.contents = contents;
        this.clocks = clocks;
    }

    @Override
    public Route route() {
        return FlowRoutes.UPDATE_CONTACT_FLOW_MODULE_CONTENT;
    }

    @Override
    public int leastMaximumBodyBytes() {
        return FlowRules.MAX_BODY_BYTES;
    }

    @Override
    protected Request read(Call call) {
        return new Request(FlowPath.ofModule(call), call.bodyOrEmpty(Body.class));
    }

    @Override
    protected Violations violations() {
        return ConnectViolations.collectWithoutInvalidParameter();
    }

    @Override
    protected void checkBody(Request request, Violations violations) {
        FlowRules.content(request.body().content(), violations);
        ModuleRules.settings(request.body().settings(), violations);
    }

    @Override
    protected NoContent execute(Request request, String instanceId) {
        String id = request.flow().reference().id();
        StoredFlow module = store.modules().get(instanceId, id);
        String text = request.body().content();
        ModuleContract contract = contract(request.body().settings(), module);
        StoredContent content = text == null ? null : contents.ofModule(instanceId, text, contract);
        if (content == null) {
            contents.requireReturns(module, contract);
        }
        boolean hasSettings = request.body().settings() != null;
        store.modules().change(instanceId, id, current -> changed(current, content, hasSettings ? contract : null));
        return NoContent.RESPONSE;
    }

    private ModuleContract contract(@Nullable String settings, StoredFlow module) {
        return settings == null
                ? module.contract()
                : contents.contract(settings, module.contract().externalInvocation());
    }

    private StoredFlow changed(StoredFlow current, @Nullable StoredContent content, @Nullable ModuleContract contract) {
        Instant now = clocks.now(current.instanceId());
        StoredFlow changed = content == null ? current : current.withContent(content, now);
        return contract == null ? changed : changed.withContract(contract, now);
    }
}
