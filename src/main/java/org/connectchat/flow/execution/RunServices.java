package org.connectchat.flow.execution;

import org.connectchat.chat.time.Deadlines;
import org.connectchat.flow.action.ActionTypes;
import org.connectchat.flow.stub.Stubs;

/** What all runs share. */
public record RunServices(ActionTypes types, Stubs stubs, Deadlines deadlines) {}
