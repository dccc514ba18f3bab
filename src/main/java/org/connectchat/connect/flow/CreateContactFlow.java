package org.connectchat.connect.flow;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.time.Clocks;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.connect.ResourceId;
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
 * Creates a flow: {@code PUT /contact-flows/{InstanceId}}. The flow is checked and published, unless Status is SAVED (rule
 * F83).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html">CreateContactFlow</a>
 */
@Component
final class CreateContactFlow extends RequestOperation<CreateContactFlow.Request> {

    record Body(
            @Nullable String name,
            @Nullable String type,
            @Nullable String description,
            @Nullable String content,
            @Nullable String status,
            @Nullable Map<String, String> tags) {

        /** Without the content. */
        @Override
        public String toString() {
            return "CreateContactFlow.Body";
        }
    }

    record Request(String instanceIdOrArn, Body body) {}

    record Response(String contactFlowId, String contactFlowArn, String flowContentSha256) {}

    private final FlowStore store;
    private final FlowContents contents;
    private final Catalogue catalogue;
    private final IdGenerator ids;
    private final AccountSettings account;
    private final Clocks clocks;

    CreateContactFlow(
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
        return FlowRoutes.CREATE_CONTACT_FLOW;
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
        violations.requiredText("Name", body.name(), 1, FlowRules.MAX_NAME_CHARACTERS);
        if (violations.required("Type", body.type())) {
            violations.oneOf("Type", body.type(), FlowRules.TYPES);
        }
        violations.required("Content", body.content());
        FlowRules.content(body.content(), violations);
        violations.oneOf("Status", body.status(), FlowRules.STATUSES);
        FlowRules.tags(body.tags(), violations);
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
        FlowType type = FlowType.valueOf(requireNonNull(body.type()));
        String text = requireNonNull(body.content());
        StoredContent content = StoredFlow.Status.SAVED.name().equals(body.status())
                ? contents.saved(text)
                : contents.published(instanceId, text, type);
        StoredFlow flow = store.flows()
                .add(
                        StoredFlow.first(
                                store.flows().freeId(instanceId, ids.of(instanceId)::id),
                                instanceId,
                                requireNonNull(body.name()),
                                type,
                                body.description(),
                                content,
                                body.tags() == null ? Map.of() : body.tags(),
                                clocks.now(instanceId),
                                ModuleContract.NONE),
                        null);
        return new Response(flow.id(), FlowDescription.arn(flow, account), content.sha256());
    }
}
