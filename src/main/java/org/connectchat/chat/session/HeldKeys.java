package org.connectchat.chat.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.memory.MemoryAccount;

/**
 * The tokens of the participants of one chat, and the expiring keys that they hold. A key stays valid for its lifetime, even if the participant
 * gets more keys. A new key replaces the oldest only if the participant has very many, or while the memory is full. The
 * first key of each
 * kind is weighed with the participant.
 */
final class HeldKeys {

    private static final int MAX_PER_PARTICIPANT = 100;

    private record Holder(String participantId, Grant.Kind kind) {

        static Holder of(Grant grant) {
            return new Holder(grant.participantId(), grant.kind());
        }
    }

    private record Held(Object key, Grant grant) {

        boolean isOf(Holder holder) {
            return grant.kind() == holder.kind() && grant.participantId().equals(holder.participantId());
        }
    }

    private final Registration registration;
    /** Oldest first. Few participants hold few keys, so it is searched. */
    private List<Held> all = List.of();

    HeldKeys(Registration registration) {
        this.registration = registration;
    }

    /** Makes the token of a participant valid. */
    void admit(Participant participant) {
        registration.addKey(
                participant.token(), new Grant(participant.id(), Grant.Kind.PARTICIPANT_TOKEN, Instant.MAX));
    }

    /** Makes the token and all keys of a participant invalid. */
    void revoke(Participant participant, MemoryAccount memory) {
        registration.removeKey(participant.token());
        takeFrom(participant.id(), memory).forEach(registration::removeKey);
    }

    /**
     * Makes a key valid, which may replace another one, if its participant is in the contact and the chat has not ended.
     *
     * @param weighed whether memory was taken for it
     */
    boolean add(Object key, Grant grant, boolean weighed, Contact contact) {
        boolean present = contact.isActive() && contact.hasParticipant(grant.participantId());
        boolean grown = present && grows(key, grant, weighed);
        if (weighed && !grown) {
            contact.memory().giveBack(ContactWeight.KEY);
        }
        return present;
    }

    /** Adds a key; returns whether the participant has one more of the kind than is weighed with it. */
    private boolean grows(Object key, Grant grant, boolean weighed) {
        registration.addKey(key, grant);
        Holder holder = Holder.of(grant);
        List<Held> before = all.stream().filter(held -> held.isOf(holder)).toList();
        List<Held> more = all.isEmpty() ? new ArrayList<>(1) : all;
        more.add(new Held(key, grant));
        all = more;
        if (before.isEmpty()) {
            return false;
        }
        boolean replaces = !weighed || before.size() == MAX_PER_PARTICIPANT;
        if (replaces) {
            registration.removeKey(before.get(0).key());
            all.remove(before.get(0));
        }
        return !replaces;
    }

    private List<Object> takeFrom(String participantId, MemoryAccount memory) {
        List<Object> taken = new ArrayList<>();
        for (Grant.Kind kind : Grant.Kind.values()) {
            Holder holder = new Holder(participantId, kind);
            List<Held> held = all.stream().filter(each -> each.isOf(holder)).toList();
            if (!held.isEmpty()) {
                held.forEach(each -> taken.add(each.key()));
                memory.giveBack((held.size() - 1) * ContactWeight.KEY);
            }
        }
        List<Held> left = new ArrayList<>(all);
        left.removeIf(held -> held.grant().participantId().equals(participantId));
        all = left.isEmpty() ? List.of() : left;
        return taken;
    }

    /** All keys, those of each participant and kind together, oldest first. */
    List<SavedKey> save() {
        Map<Holder, List<Held>> byHolder = all.stream()
                .collect(Collectors.groupingBy(
                        held -> Holder.of(held.grant()), LinkedHashMap::new, Collectors.toList()));
        return byHolder.values().stream()
                .flatMap(List::stream)
                .map(held -> SavedKey.of(held.key(), held.grant()))
                .toList();
    }
}
