package org.connectchat.flow.run;

import org.connectchat.chat.session.ChatFlows;
import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.action.RunnableFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Lets chats begin with flows. The engine is made when the first chat does. */
final class FlowStarts implements ChatFlows {

    private final FlowSource source;
    private final ObjectProvider<FlowEngine> engine;

    FlowStarts(FlowSource source, ObjectProvider<FlowEngine> engine) {
        this.source = source;
        this.engine = engine;
    }

    @Override
    public @Nullable KnownFlow find(String instanceId, String contactFlowId) {
        RunnableFlow flow = source.flow(instanceId, contactFlowId, null);
        return flow == null ? null : chat -> engine.getObject().flowOf(chat, flow);
    }
}
