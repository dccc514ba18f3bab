package org.connectchat.connect.module;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.time.Clocks;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.flow.FlowContents;
import org.connectchat.connect.flow.FlowRules;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.ModuleContract;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Creates a module: {@code PUT /contact-flow-modules/{InstanceId}}. A repeated ClientToken returns the module that exists
 * (rule F86).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlowModule.html">CreateContactFlowModule</a>
 */
@Component
final class CreateContactFlowModule extends RequestOperation<CreateContactFlowModule.Request> {

    record Body(
            @Nullable String name,
            @Nullable String description,
            @Nullable String content,
            @Nullable Map<String, String> tags,
            @Nullable String clientToken,
            @Nullable String settings,
            @Nullable ExternalInvocation externalInvocationConfiguration) {

        /** Without the content. */
        @Override
        public String toString() {
            return "CreateContactFlowModule.Body";
        }
    }

    record Request(String instanceIdOrArn, Body body) {}

    record Response(String id, String arn) {}

    private final FlowStore store;
    private final FlowContents contents;
    private final Catalogue catalogue;
    private final IdGenerator ids;
    private final AccountSettings account;
    private final Clocks clocks;

    CreateContactFlowModule(
            FlowStore store,
            FlowContents contents,
            Catalogue catalogue,
            IdGenerator ids,
            AccountSettings account,
            Clocks clocks) {
        this.store = store;
        this.contents = contents;
        this.catalogue = catalogue;
        this.ids = ids;
        this.account = account;
        this.clocks = clocks;
    }

    @Override
    public Route route() {
        return FlowRoutes.CREATE_CONTACT_FLOW_MODULE;
    }

    @Override
    public int leastMaximumBodyBytes() {
        return FlowRules.MAX_BODY_BYTES;
    }

    @Override
    protected Request read(Call call) {
        return new Request(call.label("InstanceId"), call.body(Body.class));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        Body body = request.body();
        violations.required("Name", body.name());
        ModuleRules.name(body.name(), violations);
        ModuleRules.description(body.description(), violations);
        violations.required("Content", body.content());
        FlowRules.content(body.content(), violations);
        FlowRules.tags(body.tags(), violations);
        violations.length("ClientToken", body.clientToken(), 0, 500);
        ModuleRules.settings(body.settings(), violations);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(request.instanceIdOrArn()), null);
    }

    @Override
    protected Response execute(Request request, Call call) {
        String instanceId = ResourceId.of(request.instanceIdOrArn());
        catalogue.requireInstance(instanceId);
        Body body = request.body();
        ExternalInvocation external = body.externalInvocationConfiguration();
        ModuleContract contract = contents.contract(body.settings(), external == null ? null : external.enabled());
        StoredContent content = contents.ofModule(instanceId, requireNonNull(body.content()), contract);
        String clientToken = body.clientToken();
        StoredFlow module = store.modules()
                .add(
                        StoredFlow.first(
                                store.modules().freeId(instanceId, ids.of(instanceId)::id),
                                instanceId,
                                requireNonNull(body.name()),
                                FlowType.MODULE,
                                body.description(),
                                content,
                                body.tags() == null ? Map.of() : body.tags(),
                                clocks.now(instanceId),
                                contract),
                        clientToken == null || clientToken.isEmpty() ? null : clientToken);
        return new Response(module.id(), ModuleDescription.arn(module, account));
    }
}
