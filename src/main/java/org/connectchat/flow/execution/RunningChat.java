package org.connectchat.flow.execution;

import org.connectchat.flow.action.FlowChat;
import org.connectchat.flow.reference.Reference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chat of a run: what its actions see, and what the run itself needs. */
public interface RunningChat extends FlowChat {

    /** The id of the session, which names the chat to deadlines. */
    String sessionId();

    /** What tells the run that the moment has come that an action waits for. */
    Runnable whenDue(long number);

    /** The value of a reference to data of the contact, or null. */
    @Nullable
    JsonNode value(Reference reference);
}
