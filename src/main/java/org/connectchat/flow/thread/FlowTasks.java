package org.connectchat.flow.thread;

/** Runs what flows do, for chats of an instance. */
public interface FlowTasks {

    /** In the place of an instance: a task that may concern each of them. */
    String ALL = "";

    /** Runs actions. */
    void drive(String instanceId, Runnable task);

    /** Runs what blocks: calls of functions and bots. */
    void call(String instanceId, Runnable task);
}
