package org.connectchat.kit.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings that can be changed while the emulator runs; a reset restores the configured ones. */
public final class Settings {

    private final Transport transport;

    Settings(Transport transport) {
        this.transport = transport;
    }

    /** The settings. */
    public Values read() {
        return transport.get(Values.class, "/settings");
    }

    /** Changes what is set. */
    public Values change(Change change) {
        return transport.patch(Values.class, "/settings", change);
    }

    /** What is changed; all of it or nothing. */
    public static final class Change extends Members<Change> {

        private final Map<String, Object> throttling = new LinkedHashMap<>();

        /** Nothing is changed. */
        public Change() {}

        /** Whether calls are throttled. */
        public Change throttling(boolean enabled) {
            throttling.put("enabled", enabled);
            return with("throttling", throttling);
        }

        /** How many calls of an operation pass, by its AWS name. */
        public Change rates(Map<String, Rate> operations) {
            throttling.put("operations", operations);
            return with("throttling", throttling);
        }

        /** How many active chats each instance may have. */
        public Change concurrentActiveChats(int chats) {
            return with("quotas", new Quotas(chats));
        }

        /** The instances and flows that exist; an empty list accepts every id. */
        public Change instances(List<Instance> instances) {
            return with("instances", instances);
        }
    }

    /** The settings. */
    public record Values(Throttling throttling, Quotas quotas, List<Instance> instances) {}

    /** The throttle. */
    public record Throttling(boolean enabled, Map<String, Rate> operations) {}

    /** Calls a second in the long run, and at once after a pause. */
    public record Rate(double rate, int burst) {}

    /** The quotas. */
    public record Quotas(int concurrentActiveChats) {}

    /** An instance that exists, with its flows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Instance(
            String id, @Nullable String alias, @Nullable List<Flow> flows) {}

    /** An id that is accepted as a flow. */
    public record Flow(String id) {}
}
