package org.connectchat.flow.action;

import java.time.Instant;
import java.util.Map;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.reference.Parameters;
import org.connectchat.flow.reference.ReferenceData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an action can use while it runs under the lock of its chat: its parameters with their references resolved, its
 * chat, and the data of the run. It is not valid after the call that it was passed to. The flow log shows the parameters that
 * an action has read.
 */
public interface Step extends ReferenceData {

    /** The chat in which the action runs. */
    FlowChat chat();

    /** The data of the run, which references can name. */
    RunData data();

    /** What the flow is to its contact. */
    RunKind kind();

    /** The action that runs. */
    FlowAction action();

    /** The flow or module that the action belongs to. */
    RunnableFlow flow();

    /** How many modules the run is in; 0 for an action of a flow. */
    int depth();

    /** The moment on the emulator's clock. */
    Instant now();

    /** Whether the action has a parameter. */
    boolean has(String name);

    /** The members of a parameter that is an object; empty if it is absent. */
    Parameters object(String name);

    /** All parameters, for those that have an unusual form. */
    Parameters parameters();

    /** A static parameter (rule F12), or null. */
    @Nullable
    String fixed(String name);

    /** A parameter that is static or one reference; null if it is absent or the reference has no value. */
    @Nullable
    String single(String name);

    /** A parameter with references anywhere, or null if it is absent. */
    @Nullable
    String text(String name);

    /** A parameter that is an object of texts; empty if it is absent. */
    Map<String, String> texts(String name);

    /** A parameter of any form with its texts resolved, or null if it is absent. */
    @Nullable
    JsonNode tree(String name);

    /** The flow log shows neither the parameters nor the result of this action (rule F79). */
    void hide();
}
