package org.connectchat.flow.run;

import org.connectchat.chat.contact.Contact;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.queue.SavedQueues;
import org.connectchat.flow.routing.RoutingStates;
import org.connectchat.flow.state.SavedPlace;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/** Places in queues, as a document of state has them. */
final class SavedPlaces {

    private SavedPlaces() {}

    static SavedPlace.@Nullable Queued save(@Nullable QueuedContact contact) {
        return contact == null
                ? null
                : new SavedPlace.Queued(
                        SavedQueues.save(contact.queue()),
                        contact.priority(),
                        contact.enqueuedAt(),
                        contact.adjustment());
    }

    static @Nullable QueuedContact read(SavedPlace.@Nullable Queued saved, Contact contact, StatePath path) {
        if (saved == null) {
            return null;
        }
        path.member("priority").within(1, Long.MAX_VALUE, saved.priority());
        path.member("adjustment")
                .within(
                        -Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        saved.adjustment().toSeconds());
        return new QueuedContact(
                contact.sessionId(),
                contact.instanceId(),
                SavedQueues.read(saved.queue(), path.member("queue")),
                saved.priority(),
                saved.enqueuedAt(),
                saved.adjustment());
    }

    /** Checks that the parts of a place fit together. */
    static void check(SavedPlace saved, StatePath path) {
        boolean isQueued = saved.queued() != null;
        path.member("line").require(isQueued || saved.line() == null, "must be absent from a chat in no queue");
        path.member("kept").require(isQueued || !saved.kept(), "must be false for a chat in no queue");
        path.member("agentOfInstance")
                .require(saved.agent() != null || saved.agentOfInstance() == null, "must be absent without an agent");
        if (saved.line() != null) {
            RoutingStates.check(saved.line(), path.member("line"));
        }
    }
}
