package org.connectchat.flow.execution;

/** Where a run notes the actions that it has run. */
@FunctionalInterface
public interface FlowLogbook {

    void add(DoneAction done);
}
