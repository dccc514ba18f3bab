package org.connectchat.flow.action.contact;

import org.connectchat.flow.action.FlowChat;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.reference.Parameters;
import org.connectchat.flow.reference.Reference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The flow that an action names for an event.
 *
 * @param written the id as it stands in the flow, which may be a reference
 * @param id null if the reference has no value
 * @param displayName the name that the console has left for a flow that is written out (rule F75), or null
 */
record HookFlow(
        @Nullable String written,
        @Nullable String id,
        @Nullable String displayName) {

    static HookFlow of(Step step, String parameter, String event) {
        Parameters hooks = step.object(parameter);
        String written = hooks.fixed(event);
        boolean isReference = written != null && Reference.whole(written) != null;
        return new HookFlow(
                written, hooks.single(event, step), isReference ? null : displayName(step, parameter, event));
    }

    private static @Nullable String displayName(Step step, String parameter, String event) {
        JsonNode left = step.flow()
                .content()
                .metadata()
                .path("ActionMetadata")
                .path(step.action().identifier());
        JsonNode name = left.path("parameters").path(parameter).path(event).path("displayName");
        JsonNode older = left.path("contactFlow").path("text");
        return name.isString() ? name.stringValue() : older.isString() ? older.stringValue() : null;
    }

    /** The flow, or null if there is none. */
    @Nullable
    RunnableFlow find(FlowChat chat) {
        return id == null ? null : chat.source().flow(chat.contact().instanceId(), id, displayName);
    }
}
