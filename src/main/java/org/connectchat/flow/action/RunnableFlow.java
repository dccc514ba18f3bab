package org.connectchat.flow.action;

import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.module.ModuleDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * A flow or a module as chats run it. A later change of the flow makes another one, so it does not change the chats that
 * run this one (rule F75).
 *
 * @param declaration of a module
 */
public record RunnableFlow(String id, String name, FlowType type, FlowContent content, ModuleDeclaration declaration) {

    /** One whose content alone says what a module declares. */
    public RunnableFlow(String id, String name, FlowType type, FlowContent content) {
        this(id, name, type, content, ModuleDeclaration.of(content));
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
