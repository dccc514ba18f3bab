package org.connectchat.kit.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flows, and where those of chats stand. */
public final class Flows {

    private final Transport transport;

    Flows(Transport transport) {
        this.transport = transport;
    }

    /** All flows and modules. */
    public Known list() {
        return transport.get(Known.class, "/flows");
    }

    /** The flows and modules that an instance has. */
    public Known list(String instanceId) {
        return transport.get(Known.class, "/flows", new LogFilter().with("instanceId", instanceId));
    }

    /** Reads the files of flows again. */
    public Reloaded reload() {
        return transport.post(Reloaded.class, "/flows/reload");
    }

    /** Where the flow of a chat stands. */
    public Standing of(String contactId) {
        return transport.get(Standing.class, Transport.path("/contacts/{}/flow", contactId));
    }

    /** Lets the action that waits go on at once; returns where the flow stands then. */
    public Standing goOn(String contactId) {
        return transport.post(Standing.class, Transport.path("/contacts/{}/flow/continue", contactId));
    }

    /** The actions that the flow of a chat has run, oldest first. */
    public List<Entry> log(String contactId) {
        return log(contactId, new LogFilter());
    }

    /** The actions that the flow of a chat has run and that match. */
    public List<Entry> log(String contactId, LogFilter filter) {
        return transport
                .get(Log.class, Transport.path("/contacts/{}/flow/log", contactId), filter)
                .entries();
    }

    /** Waits until the flow has run an action that matches, and returns its entry of the log. */
    public Entry await(String contactId, Awaited awaited) {
        return transport.post(Entry.class, Transport.path("/contacts/{}/flow/await", contactId), awaited);
    }

    /** Which entries of the log; all if nothing is set. */
    public static final class LogFilter extends Members<LogFilter> {

        /** All entries. */
        public LogFilter() {}

        /** Actions of this Identifier. */
        public LogFilter identifier(String identifier) {
            return with("identifier", identifier);
        }

        /** Actions of this Type. */
        public LogFilter type(String type) {
            return with("type", type);
        }

        /** Actions with this result or error type. */
        public LogFilter outcome(String outcome) {
            return with("outcome", outcome);
        }

        /** Actions of this flow or module. */
        public LogFilter flowId(String flowId) {
            return with("flowId", flowId);
        }

        /** Entries with a greater number. */
        public LogFilter after(long number) {
            return with("after", number);
        }
    }

    /** Which action is awaited, and how long. */
    public static final class Awaited extends Members<Awaited> {

        /** Any action. */
        public Awaited() {}

        /** An action of this Identifier. */
        public Awaited identifier(String identifier) {
            return with("identifier", identifier);
        }

        /** An action of this Type. */
        public Awaited type(String type) {
            return with("type", type);
        }

        /** An action with this result or error type. */
        public Awaited outcome(String outcome) {
            return with("outcome", outcome);
        }

        /** An entry with a greater number; any if not set. */
        public Awaited after(long number) {
            return with("after", number);
        }

        /** At most so long, on the clock of the system; 10 seconds if not set. */
        public Awaited timeout(Duration timeout) {
            return with("timeout", timeout);
        }
    }

    /** Flows and modules. */
    public record Known(List<Flow> flows, List<Flow> modules) {}

    /** A flow or a module; those of files have no instance and no version. */
    public record Flow(
            String id,
            String name,
            String type,
            String state,
            String status,
            @Nullable String instanceId,
            @Nullable Instant lastModified,
            @Nullable Long version) {}

    /** What a reading of the files gave; errors and warnings by file. */
    public record Reloaded(
            Instant at, int flows, int modules, Map<String, List<String>> errors, Map<String, List<String>> warnings) {}

    /** Whether a chat has a flow, and what it does. */
    public enum FlowState {
        NONE,
        NOT_BEGUN,
        RUNNING,
        WAITING,
        ENDED
    }

    /** Where the flow of a chat stands. */
    public record Standing(
            String contactId,
            FlowState state,
            @Nullable Run run,
            @Nullable PlaceInQueue queue,
            @Nullable QueueName targetQueue,
            Map<String, String> hooks) {}

    /** The action that runs or waits. */
    public record Run(
            String kind,
            String flowId,
            String flowName,
            int moduleDepth,
            String identifier,
            @Nullable String type,
            @Nullable String waitsFor,
            @Nullable Instant until) {}

    /** The place of a contact in a queue. */
    public record PlaceInQueue(String id, String name, int position, long priority, Instant enqueuedAt) {}

    /** A queue that a flow has set. */
    public record QueueName(String id, String name) {}

    /** An action that was run. */
    public record Entry(
            long number,
            Instant at,
            String contactId,
            String flowId,
            String flowName,
            String identifier,
            String type,
            @Nullable Map<String, String> parameters,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String nextAction) {}

    record Log(List<Entry> entries) {}
}
