package org.connectchat.kit.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults: calls and sockets that fail from now on. */
public final class Faults {

    private final Transport transport;

    Faults(Transport transport) {
        this.transport = transport;
    }

    /** Adds a fault. */
    public Fault add(NewFault fault) {
        return transport.post(Fault.class, "/faults", fault);
    }

    /** The faults in force, oldest first. */
    public List<Fault> list() {
        return transport.get(Found.class, "/faults").faults();
    }

    /** One fault, with the number of its hits. */
    public Fault get(String id) {
        return transport.get(Fault.class, Transport.path("/faults/{}", id));
    }

    /** Removes one fault. */
    public void remove(String id) {
        transport.delete(Transport.path("/faults/{}", id));
    }

    /** Removes all faults. */
    public void clear() {
        transport.delete("/faults");
    }

    /** What a fault does. */
    public enum Effect {
        ERROR,
        LATENCY,
        RESET,
        DROP_SOCKET,
        SILENCE_SOCKET,
        FORBID_STREAMING,
        FAIL_STREAMING,
        DELAY_STREAMING
    }

    /** Whether a call fails before or after the emulator has carried it out. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** A fault to add; without further members it hits every call, or every socket, until a reset. */
    public static final class NewFault extends Members<NewFault> {

        private final EffectMembers effect = new EffectMembers();

        private NewFault(Effect type) {
            with("effect", effect.with("type", type));
        }

        /** Any effect. */
        public static NewFault of(Effect effect) {
            return new NewFault(effect);
        }

        /** An error, such as {@code InternalServiceException} with 500. */
        public static NewFault error(String errorCode, int status) {
            NewFault fault = new NewFault(Effect.ERROR);
            fault.effect.with("errorCode", errorCode).with("status", status);
            return fault;
        }

        /** A response that comes later. */
        public static NewFault latency(Duration delay) {
            return new NewFault(Effect.LATENCY).delay(delay);
        }

        /** A connection that is reset without a response. */
        public static NewFault reset() {
            return new NewFault(Effect.RESET);
        }

        /** How long a LATENCY or a DELAY_STREAMING takes. */
        public NewFault delay(Duration delay) {
            effect.with("delay", delay);
            return this;
        }

        /** The message of an error. */
        public NewFault message(String message) {
            effect.with("message", message);
            return this;
        }

        /** Calls of this operation, by its AWS name. */
        public NewFault operation(String operation) {
            return with("operation", operation);
        }

        /** Calls about this chat, or its sockets. */
        public NewFault contactId(String contactId) {
            return with("contactId", contactId);
        }

        /** Calls of this instance, or its sockets. */
        public NewFault instanceId(String instanceId) {
            return with("instanceId", instanceId);
        }

        /** So many hits; no limit if not set. */
        public NewFault count(int count) {
            return with("count", count);
        }

        /** The share of calls that it hits, 0 to 1. */
        public NewFault probability(double probability) {
            return with("probability", probability);
        }

        /** How long it is in force. */
        public NewFault ttl(Duration ttl) {
            return with("ttl", ttl);
        }

        /** Before or after the emulator carries the call out. */
        public NewFault when(Moment moment) {
            return with("when", moment);
        }
    }

    private static final class EffectMembers extends Members<EffectMembers> {}

    /** A fault in force. */
    public record Fault(
            String id,
            FaultEffect effect,
            int strikes,
            @Nullable String operation,
            @Nullable String contactId,
            @Nullable String instanceId,
            @Nullable Integer count,
            @Nullable Double probability,
            @Nullable Duration ttl,
            @Nullable Moment when) {}

    /** What it does; what does not apply to the type is null. */
    public record FaultEffect(
            Effect type,
            @Nullable String errorCode,
            @Nullable Integer status,
            @Nullable String message,
            @Nullable Duration delay) {}

    record Found(List<Fault> faults) {}
}
