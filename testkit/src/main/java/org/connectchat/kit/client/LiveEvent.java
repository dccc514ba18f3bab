package org.connectchat.kit.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an {@link EventStream} tells: that something has changed, without the texts of messages. */
public sealed interface LiveEvent {

    /** Types of events by their names on the wire. */
    Map<String, Class<? extends LiveEvent>> TYPES = Map.of(
            "contact", Contact.class,
            "item", Item.class,
            "call", Call.class,
            "flow", Action.class,
            "changed", Changed.class,
            "missed", Missed.class);

    /** The contact that it concerns, or null. */
    @Nullable
    String contactId();

    /** The first contact of its session, or null. */
    @Nullable
    String initialContactId();

    /** The instance that it concerns, or null. */
    @Nullable
    String instanceId();

    /** A contact began, changed or ended. */
    record Contact(
            String contactId, String initialContactId, String instanceId, Instant at, ContactEvents.Type eventType)
            implements LiveEvent {}

    /** A conversation has a new item, or a receipt, or a participant types; the system is no participant. */
    record Item(
            String contactId,
            String initialContactId,
            @Nullable String instanceId,
            Instant at,
            String itemId,
            TranscriptItem.Type itemType,
            @Nullable String contentType,
            @Nullable String participantId,
            @Nullable Role role,
            @Nullable String displayName)
            implements LiveEvent {}

    /** A call of an AWS operation is over; the status is null if a fault broke the connection. */
    record Call(
            @Nullable String contactId,
            @Nullable String initialContactId,
            @Nullable String instanceId,
            Instant at,
            String operation,
            @Nullable Integer status,
            @Nullable String errorCode,
            String requestId)
            implements LiveEvent {}

    /** The flow of a chat has run an action; the next action is null at the end. */
    record Action(
            String contactId,
            String initialContactId,
            @Nullable String instanceId,
            Instant at,
            long number,
            String flowId,
            String identifier,
            String type,
            @Nullable String nextAction)
            implements LiveEvent {}

    /** A call of the control API has changed something, such as {@code clock} or {@code faults}. */
    record Changed(
            @Nullable String contactId,
            @Nullable String initialContactId,
            @Nullable String instanceId,
            String resource,
            String method)
            implements LiveEvent {}

    /** Events were lost, because the stream was read too slowly; read the state again. */
    record Missed(
            @Nullable String contactId,
            @Nullable String initialContactId,
            @Nullable String instanceId) implements LiveEvent {}
}
