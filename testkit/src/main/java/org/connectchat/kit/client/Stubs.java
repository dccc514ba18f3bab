package org.connectchat.kit.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcomes that actions of flows get instead of their own. */
public final class Stubs {

    private final Transport transport;

    Stubs(Transport transport) {
        this.transport = transport;
    }

    /** Adds a stub. */
    public Stub add(NewStub stub) {
        return transport.post(Stub.class, "/flows/stubs", stub);
    }

    /** The stubs, in the order in which they are tried. */
    public List<Stub> list() {
        return transport.get(Found.class, "/flows/stubs").stubs();
    }

    /** Removes one stub. */
    public void remove(String id) {
        transport.delete(Transport.path("/flows/stubs/{}", id));
    }

    /** Removes all stubs. */
    public void clear() {
        transport.delete("/flows/stubs");
    }

    /** Which actions get another outcome, and which one. */
    public static final class NewStub extends Members<NewStub> {

        private NewStub() {}

        /** The flow goes on with the next action. */
        public static NewStub success() {
            return new NewStub().with("success", true);
        }

        /** The result that the conditions of the action compare. */
        public static NewStub result(String result) {
            return new NewStub().with("result", result);
        }

        /** The error that the action fails with, such as {@code NoMatchingError}. */
        public static NewStub error(String errorType) {
            return new NewStub().with("errorType", errorType);
        }

        /** Actions of this flow or module, by its id or name. */
        public NewStub flow(String flow) {
            return with("flow", flow);
        }

        /** Actions in chats of this instance. */
        public NewStub instanceId(String instanceId) {
            return with("instanceId", instanceId);
        }

        /** Actions of this Identifier. */
        public NewStub identifier(String identifier) {
            return with("identifier", identifier);
        }

        /** Actions of this Type. */
        public NewStub type(String type) {
            return with("type", type);
        }

        /** So many actions; all if not set. */
        public NewStub times(int times) {
            return with("times", times);
        }

        /** How long the action waits first, on the emulator's clock. */
        public NewStub delay(Duration delay) {
            return with("delay", delay);
        }

        /** Data for the roots of references, such as {@code Customer}. */
        public NewStub data(Map<String, ?> data) {
            return with("data", data);
        }
    }

    /** A stub; what was not set is null. */
    public record Stub(
            String id,
            @Nullable String instanceId,
            @Nullable String flow,
            @Nullable String identifier,
            @Nullable String type,
            @Nullable String result,
            @Nullable String errorType,
            @Nullable Boolean success,
            @Nullable Duration delay,
            @Nullable List<String> roots,
            @Nullable Integer left,
            long taken) {}

    record Found(List<Stub> stubs) {}
}
