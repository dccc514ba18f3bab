package org.connectchat.control.fault;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.reset.Resettable;
import org.connectchat.stream.StreamFault;
import org.connectchat.stream.StreamFaults;
import org.connectchat.websocket.SocketFault;
import org.connectchat.websocket.SocketFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The faults in force, in the order in which they were added, and what they do to the frames of sockets and to streamed
 * items. Without faults, a call costs one volatile read.
 */
@Component
final class Faults implements SocketFaults, StreamFaults, Resettable {

    private static final int MAX_FAULTS = 1_000;

    /** The faults in force, by the stage of a call at which they apply. */
    private record InForce(
            List<Fault> all,
            List<Fault> before,
            List<Fault> atInstance,
            List<Fault> after,
            List<Fault> ofSockets,
            List<Fault> ofStreamings) {

        static final InForce NONE = of(List.of());

        static InForce of(List<Fault> all) {
            List<Fault> ofCalls =
                    only(all, fault -> fault.rule().effect().type().isOfCalls());
            List<Fault> before = only(ofCalls, fault -> fault.when() == FaultRule.When.BEFORE);
            return new InForce(
                    all,
                    only(before, fault -> !fault.needsInstance()),
                    only(before, Fault::needsInstance),
                    only(ofCalls, fault -> fault.when() == FaultRule.When.AFTER),
                    only(all, fault -> fault.rule().effect().type().isOfSockets()),
                    only(all, fault -> fault.rule().effect().type().isOfStreamings()));
        }

        private static List<Fault> only(List<Fault> faults, Predicate<Fault> wanted) {
            return faults.stream().filter(wanted).toList();
        }
    }

    private final Contacts chats;
    private volatile InForce inForce = InForce.NONE;
    private long lastNumber;

    Faults(Contacts chats) {
        this.chats = chats;
    }

    synchronized Fault add(FaultRule rule) {
        removeOver();
        if (inForce.all().size() >= MAX_FAULTS) {
            throw ControlProblem.conflict("There are " + MAX_FAULTS + " faults of all instances already; remove some"
                    + " first, such as those of one instance by DELETE " + ResourcePaths.FAULTS + "?instanceId=…");
        }
        lastNumber++;
        Fault added = new Fault("fault-" + lastNumber, rule, chats);
        List<Fault> all = new ArrayList<>(inForce.all());
        all.add(added);
        inForce = InForce.of(List.copyOf(all));
        return added;
    }

    synchronized List<Fault> all() {
        removeOver();
        return inForce.all();
    }

    @Nullable
    Fault find(String id) {
        return all().stream().filter(fault -> fault.id().equals(id)).findFirst().orElse(null);
    }

    /** Removes a fault and returns it; null if it was not in force. */
    @Nullable
    synchronized Fault remove(String id) {
        Fault removed = find(id);
        keep(fault -> !fault.id().equals(id));
        return removed;
    }

    /** Removes the faults whose time has passed. */
    synchronized void removeOver() {
        if (inForce.all().stream().anyMatch(Fault::isOver)) {
            keep(fault -> !fault.isOver());
        }
    }

    private void keep(Predicate<Fault> kept) {
        inForce = InForce.of(InForce.only(inForce.all(), kept));
    }

    @Override
    public synchronized void reset() {
        inForce = InForce.NONE;
    }

    @Override
    public synchronized void reset(String instanceId) {
        keep(fault -> !instanceId.equals(fault.instanceId()));
    }

    List<Fault> before() {
        return inForce.before();
    }

    List<Fault> atInstance() {
        return inForce.atInstance();
    }

    List<Fault> after() {
        return inForce.after();
    }

    @Override
    public SocketFault onFrame(String instanceId, String contactId) {
        Fault fault = hitting(inForce.ofSockets(), instanceId, contactId);
        if (fault == null) {
            return SocketFault.NONE;
        }
        return fault.rule().effect().type() == FaultEffect.Type.DROP_SOCKET ? SocketFault.DROP : SocketFault.SILENCE;
    }

    @Override
    public StreamFault onPublish(String instanceId, String contactId) {
        Fault fault = hitting(inForce.ofStreamings(), instanceId, contactId);
        if (fault == null) {
            return StreamFault.NONE;
        }
        FaultEffect effect = fault.rule().effect();
        return switch (effect.type()) {
            case FORBID_STREAMING -> new StreamFault(StreamFault.Kind.FORBIDDEN, Duration.ZERO, fault.id());
            case FAIL_STREAMING -> new StreamFault(StreamFault.Kind.FAILING, Duration.ZERO, fault.id());
            case DELAY_STREAMING -> new StreamFault(StreamFault.Kind.SLOW, requireNonNull(effect.delay()), fault.id());
            case ERROR, LATENCY, RESET, DROP_SOCKET, SILENCE_SOCKET ->
                throw new IllegalStateException("Not a fault of streamings: " + effect.type());
        };
    }

    private @Nullable Fault hitting(List<Fault> faults, String instanceId, String contactId) {
        for (Fault fault : faults) {
            if (fault.matches(null, instanceId, contactId) && fault.hitsNow()) {
                return fault;
            }
            if (fault.isOver()) {
                removeOver();
            }
        }
        return null;
    }
}
