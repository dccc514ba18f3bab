package org.connectchat.flow.stub;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.language.FlowAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An outcome that a test sets for the actions that match it, a number of times (rule F78). */
public final class Stub {

    /** The number of times of a stub that is never used up. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private final String id;
    private final @Nullable String instanceId;
    private final @Nullable String flow;
    private final @Nullable String identifier;
    private final @Nullable String type;
    private final Outcome outcome;
    private final Map<String, JsonNode> data;
    private final Duration delay;
    private final AtomicInteger left;
    private final AtomicLong taken = new AtomicLong();

    /**
     * Makes a stub.
     *
     * @param instanceId the instance of the chat; null matches the chats of every instance
     * @param flow the id or the name of the flow; null matches every flow
     * @param identifier the identifier of the action; null matches every action
     * @param type the type of the action; null matches every type
     * @param data members that are merged into roots of references, such as {@code Customer}
     * @param delay how long the action waits first, on the emulator's clock
     * @param times how many actions have this outcome, or {@link #ALWAYS}
     */
    public Stub(
            String id,
            @Nullable String instanceId,
            @Nullable String flow,
            @Nullable String identifier,
            @Nullable String type,
            Outcome outcome,
            Map<String, JsonNode> data,
            Duration delay,
            int times) {
        this.id = id;
        this.instanceId = instanceId;
        this.flow = flow;
        this.identifier = identifier;
        this.type = type;
        this.outcome = outcome;
        this.data = Map.copyOf(data);
        this.delay = delay;
        this.left = new AtomicInteger(times);
    }

    public String id() {
        return id;
    }

    public @Nullable String instanceId() {
        return instanceId;
    }

    public @Nullable String flow() {
        return flow;
    }

    public @Nullable String identifier() {
        return identifier;
    }

    public @Nullable String type() {
        return type;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Map<String, JsonNode> data() {
        return data;
    }

    public Duration delay() {
        return delay;
    }

    /** How many more actions may have this outcome. */
    public int left() {
        return left.get();
    }

    boolean matches(String instance, RunnableFlow candidate, FlowAction action) {
        return (instanceId == null || instanceId.equals(instance))
                && (flow == null || flow.equals(candidate.id()) || flow.equals(candidate.name()))
                && (identifier == null || identifier.equals(action.identifier()))
                && (type == null || type.equals(action.type()));
    }

    /** How many actions had this outcome. */
    public long taken() {
        return taken.get();
    }

    /** Uses the stub once; false if it is used up. */
    boolean take() {
        boolean isLeft = left.getAndUpdate(Stub::fewer) > 0;
        if (isLeft) {
            taken.incrementAndGet();
        }
        return isLeft;
    }

    private static int fewer(int times) {
        return times == ALWAYS ? times : Math.max(0, times - 1);
    }
}
