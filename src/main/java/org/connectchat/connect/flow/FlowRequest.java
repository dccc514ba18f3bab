package org.connectchat.connect.flow;

/** A request whose path names a flow or a module. */
public interface FlowRequest {

    FlowPath flow();
}
