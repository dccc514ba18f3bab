package org.connectchat.connect.flow;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.flow.store.FlowReference;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.FlowStoreRefused;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Shows a flow: {@code GET /contact-flows/{InstanceId}/{ContactFlowId}}. An id that ends in {@code :$SAVED} shows the saved
 * content (rule F83).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContactFlow.html">DescribeContactFlow</a>
 */
@Component
final class DescribeContactFlow extends RequestOperation<FlowPath> {

    record Response(FlowDescription contactFlow) {}

    private final FlowStore store;
    private final Catalogue catalogue;
    private final AccountSettings account;

    DescribeContactFlow(FlowStore store, Catalogue catalogue, AccountSettings account) {
        this.store = store;
        this.catalogue = catalogue;
        this.account = account;
    }

    @Override
    public Route route() {
        return FlowRoutes.DESCRIBE_CONTACT_FLOW;
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
    protected Response execute(FlowPath request, Call call) {
        catalogue.requireInstance(request.instanceId());
        FlowReference reference = request.reference();
        StoredFlow flow = store.flows().get(request.instanceId(), reference.id());
        if (reference.namesSaved()) {
            return new Response(FlowDescription.of(flow, flow.saved(), StoredFlow.Status.SAVED, account));
        }
        StoredContent published = flow.published();
        if (published == null) {
            throw new FlowStoreRefused(
                    FlowStoreRefused.Reason.NOT_PUBLISHED,
                    "The flow " + flow.id() + " is not published; the id " + flow.id()
                            + ":$SAVED describes its saved content");
        }
        return new Response(FlowDescription.of(flow, published, StoredFlow.Status.PUBLISHED, account));
    }
}
