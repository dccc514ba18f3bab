package org.connectchat.flow.run;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.routing.AgentKey;
import org.connectchat.flow.routing.Assignment;
import org.connectchat.flow.routing.RoutingStates;
import org.connectchat.flow.state.SavedPlace;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * The place of a chat in a queue, and then with a standing agent. Routing knows the chat by the id of its session. It is
 * guarded by the lock of the chat.
 */
final class QueuePlace {

    private final FlowServices services;
    private @Nullable QueuedContact queued;
    private @Nullable QueuedContact before;
    private @Nullable String standingAgent;
    private boolean kept;
    private @Nullable SavedPlace loaded;

    QueuePlace(FlowServices services) {
        this.services = services;
    }

    /** The place as it stands, with what routing knows of it. */
    SavedPlace save(String sessionId) {
        RoutingStates.Known known = services.routing().states().of(sessionId);
        AgentKey agent = known.agent();
        return new SavedPlace(
                SavedPlaces.save(queued),
                SavedPlaces.save(before),
                kept,
                queued == null ? null : known.line(),
                agent == null ? null : agent.id(),
                agent == null ? null : agent.ofInstance(),
                standingAgent);
    }

    /** Restores a place that was saved; {@link #resume} enters it. */
    void restore(SavedPlace saved, Contact contact, StatePath path) {
        SavedPlaces.check(saved, path);
        queued = SavedPlaces.read(saved.queued(), contact, path.member("queued"));
        before = SavedPlaces.read(saved.before(), contact, path.member("before"));
        kept = saved.kept();
        standingAgent = saved.attendant();
        loaded = saved;
    }

    /** Enters the line again, or belongs to the agent again. */
    void resume(Contact contact, FlowDriver driver) {
        SavedPlace place = loaded;
        QueuedContact waiting = queued;
        loaded = null;
        if (place == null) {
            return;
        }
        RoutingStates states = services.routing().states();
        SavedPlace.Line line = place.line();
        if (waiting != null && line != null) {
            Assignment offer = states.enter(waiting, line, kept);
            if (offer != null && offer.isOffer()) {
                driver.offered(offer);
            }
        } else if (waiting != null && !kept) {
            services.lines().enter(waiting, Integer.MAX_VALUE); // the agent that was about to join had not
        } else {
            states.attend(contact.sessionId(), contact.instanceId(), place);
        }
    }

    boolean isQueued() {
        return queued != null;
    }

    /** Whether the chat is in a queue, and no agent is about to join it. */
    boolean waits() {
        return queued != null && !kept;
    }

    /** The place in the queue, or null. */
    @Nullable
    QueuedContact queued() {
        return queued;
    }

    /** Enters a queue; false if it is at capacity. */
    boolean enter(ChatState state, Queue queue) {
        Contact contact = state.contact();
        Instant now = services.clocks().now(contact.instanceId());
        QueuedContact entering = entering(contact, queue, now);
        if (!services.lines().enter(entering, services.activeChats().quota(contact.instanceId()))) {
            return false;
        }
        queued = entering;
        note(state, queue, now);
        return true;
    }

    /** Moves to another queue in a contact of its own; false if that queue is at capacity. */
    boolean moveTo(ChatState state, Queue queue) {
        QueuedContact from = queued;
        leave();
        Contact contact = state.contact();
        Instant now = services.clocks().now(contact.instanceId());
        QueuedContact entering = entering(contact, queue, now);
        if (!services.lines().enter(entering, services.activeChats().quota(contact.instanceId()))) {
            if (from != null) {
                enterAgain(contact);
            }
            return false;
        }
        String nextId = services.ids().of(contact.instanceId()).id();
        Contact next = contact.next(nextId, InitiationMethod.QUEUE_TRANSFER, contact.participants(), now);
        next.memory().hold(ContactWeight.ofNext(next, next.customer()));
        state.handOver(contact.handedOver(nextId, now), next);
        queued = entering;
        note(state, queue, now);
        return true;
    }

    private QueuedContact entering(Contact contact, Queue queue, Instant now) {
        return new QueuedContact(
                contact.sessionId(), contact.instanceId(), queue, priority(contact), now, adjustment(contact));
    }

    private static long priority(Contact contact) {
        Long priority = contact.details().routing().queuePriority();
        return priority == null ? QueuedContact.DEFAULT_PRIORITY : priority;
    }

    private static Duration adjustment(Contact contact) {
        Duration adjustment = contact.details().routing().queueTimeAdjustment();
        return adjustment == null ? Duration.ZERO : adjustment;
    }

    private static void note(ChatState state, Queue queue, Instant now) {
        Contact contact = state.contact();
        QueueInfo info = new QueueInfo(queue.resource(), queue.name(), now);
        state.set(contact.withDetails(contact.details().withQueue(info), now));
    }

    /** Takes the place in its queue that the routing data of the contact give it now, if it is in one. */
    void reorder(Contact contact, FlowDriver driver) {
        QueuedContact waiting = queued;
        if (waiting == null) {
            return;
        }
        queued = waiting.withPriority(priority(contact)).withAdjustment(adjustment(contact));
        services.lines().reprioritise(waiting.contactId(), priority(contact));
        if (services.lines().reprioritise(waiting.contactId(), adjustment(contact))) {
            driver.assignAgents();
        }
    }

    /** Leaves the queue; false if the chat is in none. */
    boolean leave() {
        QueuedContact left = queued;
        if (left == null) {
            return false;
        }
        before = left;
        queued = null;
        kept = false;
        services.lines().leave(left.contactId());
        services.offers().end(left.contactId());
        return true;
    }

    /** Leaves the queue, because an agent has taken the contact. */
    void leaveToAgent() {
        QueuedContact taken = queued;
        if (leave() && taken != null) {
            services.lines().noteTaken(taken, services.clocks().now(taken.instanceId()));
        }
    }

    /** Takes the place again that the chat had before an agent took it. */
    void enterAgain(Contact contact) {
        QueuedContact left = queued == null ? before : queued;
        if (left != null && contact.isActive()) {
            services.lines().leave(left.contactId());
            services.lines().enter(left, Integer.MAX_VALUE);
            queued = left;
            kept = false;
        }
    }

    /** Keeps the place in the queue, which no other agent gets meanwhile. */
    void keepFor(Participant agent) {
        QueuedContact waiting = queued;
        if (waiting != null) {
            kept = true;
            services.routing().keep(waiting.contactId(), agent.id());
        }
    }

    /** A standing agent has joined as this participant. */
    void attendedBy(Participant agent) {
        standingAgent = agent.id();
    }

    /** Gives the standing agent free if it has left, or no agent is in the contact. */
    boolean releases(Participant left, Contact contact) {
        boolean isAlone =
                contact.participants().stream().noneMatch(participant -> participant.role() == ParticipantRole.AGENT);
        return (isAlone || left.id().equals(standingAgent)) && release(contact.sessionId());
    }

    /** Gives the standing agent free; false if there was none. */
    boolean release(String sessionId) {
        standingAgent = null;
        return services.routing().released(sessionId);
    }
}
