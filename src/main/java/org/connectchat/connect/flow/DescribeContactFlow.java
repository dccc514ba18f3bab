package org.connectchat.connect.flow;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.FlowRoutes;
import org.connectchat.flow.store.FlowReference;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.FlowStoreRefused;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.springframework.stereotype.Component;

/**
 * Shows a flow: {@code GET /contact-flows/{InstanceId}/{ContactFlowId}}. An id that ends in {@code :$SAVED} shows the saved
 * content (rule F83).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContactFlow.html">DescribeContactFlow</a>
 */
@Component
final class DescribeContactFlow extends FlowOperation<FlowPathRequest> {

    record Response(FlowDescription contactFlow) {}

    private final FlowStore store;
    private final AccountSettings account;

    DescribeContactFlow(FlowStore store, Catalogue catalogue, AccountSettings account) {
        super(catalogue);
        this.store = store;
        this.account = account;
    }

    @Override
    public Route route() {
        return FlowRoutes.DESCRIBE_CONTACT_FLOW;
    }

    @Override
    protected FlowPathRequest read(Call call) {
        return new FlowPathRequest(FlowPath.ofFlow(call));
    }

    @Override
    protected Response execute(FlowPathRequest request, String instanceId) {
        FlowReference reference = request.flow().reference();
        StoredFlow flow = store.flows().get(instanceId, reference.id());
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
