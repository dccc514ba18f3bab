package org.connectchat.connect.flow;

/** A request that has nothing but its path. */
public record FlowPathRequest(FlowPath flow) implements FlowRequest {}
