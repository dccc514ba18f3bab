package org.connectchat.flow.setup;

import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds flows and modules in the store. Flows that are archived or have no published content cannot run. */
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
        if (flow == null || content == null) {
            return null;
        }
        JsonNode declaration = flow.contract().declaration();
        return declaration == null
                ? new RunnableFlow(flow.id(), flow.name(), flow.type(), content)
                : new RunnableFlow(flow.id(), flow.name(), flow.type(), content, declaration);
    }
}
