package org.connectchat.flow.run;

import java.util.Queue;
import org.connectchat.flow.thread.FlowTasks;

/** Keeps what flows do until a test runs it. */
record QueuedTasks(Queue<Runnable> tasks) implements FlowTasks {

    @Override
    public void drive(String instanceId, Runnable task) {
        tasks.add(task);
    }

    @Override
    public void call(String instanceId, Runnable task) {
        tasks.add(task);
    }
}
