package org.connectchat.flow.execution;

import org.connectchat.flow.action.RunData;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;

/**
 * What a step sees of its run.
 *
 * @param depth how many modules the run is in
 */
record RunView(RunKind kind, RunnableFlow flow, int depth, RunData data) {}
