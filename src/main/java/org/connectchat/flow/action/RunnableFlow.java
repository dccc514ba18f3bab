package org.connectchat.flow.action;

import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A flow or a module as chats run it. It never changes: a chat keeps the content that it began with, even if the flow is
 * changed later (rule F75).
 *
 * @param settings what a module declares of its input and results (rule F88); null if it declares nothing
 */
public record RunnableFlow(
        String id,
        String name,
        FlowType type,
        FlowContent content,
        @Nullable JsonNode settings) {

    /** A flow, or a module whose content has its settings. */
    public RunnableFlow(String id, String name, FlowType type, FlowContent content) {
        this(id, name, type, content, content.settings());
    }

    /** The action of this identifier, or null. */
    public @Nullable FlowAction action(String identifier) {
        return content.actions().get(identifier);
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
