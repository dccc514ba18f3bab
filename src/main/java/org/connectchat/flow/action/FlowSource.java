package org.connectchat.flow.action;

import org.jspecify.annotations.Nullable;

/** Finds the flows and modules that actions name. */
public interface FlowSource {

    /**
     * A flow that can run, or null.
     *
     * @param idOrArn an id, or an ARN of any account and instance, of which only the last part counts
     * @param displayName the name that the console has left beside the id, or null
     */
    @Nullable
    RunnableFlow flow(String instanceId, String idOrArn, @Nullable String displayName);

    /** A module that can run, or null. */
    @Nullable
    RunnableFlow module(String instanceId, String idOrArn, @Nullable String displayName);
}
