package org.connectchat.flow.setup;

import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.jspecify.annotations.Nullable;

/** Finds flows and modules in the store: only those whose content is published and that are not archived. */
final class StoredFlows implements FlowSource {

    private final FlowStore store;

    StoredFlows(FlowStore store) {
        this.store = store;
    }

    @Override
    public @Nullable RunnableFlow flow(String instanceId, String idOrArn, @Nullable String displayName) {
        return runnable(store.find(instanceId, idOrArn, displayName));
    }

    @Override
    public @Nullable RunnableFlow module(String instanceId, String idOrArn, @Nullable String displayName) {
        return runnable(store.module(instanceId, idOrArn, displayName));
    }

    private static @Nullable RunnableFlow runnable(@Nullable StoredFlow flow) {
        StoredContent published = flow == null || !flow.isStartable() ? null : flow.published();
        FlowContent content = published == null ? null : published.parsed();
        return flow == null || content == null
                ? null
                : new RunnableFlow(flow.id(), flow.name(), flow.type(), content, flow.declaration());
    }
}
