package org.connectchat.control.fault;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.Criterion;
import org.jspecify.annotations.Nullable;

/** A fault in force, and the number of its hits. */
final class Fault {

    private final String id;
    private final FaultRule rule;
    private final Contacts chats;
    private volatile @Nullable String instanceId;
    private final long since = System.nanoTime();
    private final int count;
    private final double probability;
    private final AtomicInteger hits = new AtomicInteger();

    Fault(String id, FaultRule rule, Contacts chats) {
        this.id = id;
        this.rule = rule;
        this.chats = chats;
        this.instanceId = rule.instanceId();
        this.count = requireNonNullElse(rule.count(), Integer.MAX_VALUE);
        this.probability = requireNonNullElse(rule.probability(), 1.0);
    }

    String id() {
        return id;
    }

    FaultRule rule() {
        return rule;
    }

    /**
     * The instance that the fault belongs to (rule C35): the one that it names, or that of the contact that it names, from the
     * moment on at which that contact is known.
     */
    @Nullable
    String instanceId() {
        if (instanceId == null && rule.contactId() != null) {
            Contact named = chats.find(rule.contactId());
            instanceId = named == null ? null : named.instanceId();
        }
        return instanceId;
    }

    FaultRule.When when() {
        return requireNonNullElse(rule.when(), FaultRule.When.BEFORE);
    }

    /** Whether the fault can match a call only after the call has named its instance. */
    boolean needsInstance() {
        return rule.instanceId() != null || rule.contactId() != null;
    }

    boolean matches(@Nullable String operation, @Nullable String instanceId, @Nullable String contactId) {
        return Criterion.matches(rule.operation(), operation)
                && Criterion.matches(rule.instanceId(), instanceId)
                && (Criterion.matches(rule.contactId(), contactId) || isOfOneSession(rule.contactId(), contactId));
    }

    /** Rule C13: any contact of a session stands for all contacts of the session, later ones included. */
    private boolean isOfOneSession(@Nullable String wanted, @Nullable String actual) {
        if (wanted == null || actual == null) {
            return false;
        }
        String sessionId = chats.sessionId(wanted);
        return sessionId != null && sessionId.equals(chats.sessionId(actual));
    }

    /** Whether the fault hits this call or frame. Each hit is counted, and there are never more hits than its count. */
    boolean hitsNow() {
        if (isOver() || (probability < 1 && ThreadLocalRandom.current().nextDouble() >= probability)) {
            return false;
        }
        return hits.getAndUpdate(before -> before < count ? before + 1 : before) < count;
    }

    int hits() {
        return hits.get();
    }

    boolean isOver() {
        Duration left = left();
        return left != null && (left.isNegative() || left.isZero());
    }

    /** The time that is left; null if the fault stays until it is removed. */
    @Nullable
    Duration left() {
        return rule.ttl() == null ? null : rule.ttl().minusNanos(System.nanoTime() - since);
    }
}
