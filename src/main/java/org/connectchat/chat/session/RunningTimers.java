package org.connectchat.chat.session;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadlines;
import org.jspecify.annotations.Nullable;

/** The chat timers that are in effect for one chat, and which of them run. */
public final class RunningTimers {

    private List<ChatTimer> applied = List.of();
    private final Map<String, Deadline> running = new HashMap<>();
    private final Set<String> idle = new HashSet<>();

    /** The timers in effect. */
    public List<ChatTimer> applied() {
        return applied;
    }

    public void apply(List<ChatTimer> timers) {
        applied = timers;
    }

    /** Whether a timer runs for a participant, or has found it idle. */
    public boolean watches(String participantId) {
        return running.containsKey(participantId) || idle.contains(participantId);
    }

    /** The timer of a participant runs until a deadline. */
    public void run(String participantId, Deadline deadline) {
        running.put(participantId, deadline);
    }

    /** Ends the timer of a participant before its deadline, and returns that deadline, or null if none runs. */
    public @Nullable Deadline end(String participantId) {
        return running.remove(participantId);
    }

    /** Takes an expired timer; false if it was ended or begun anew at the same moment. */
    public boolean expire(String participantId, Deadline deadline) {
        return running.remove(participantId, deadline);
    }

    /** Marks a participant idle; false if it was idle before. */
    public boolean becomeIdle(String participantId) {
        return idle.add(participantId);
    }

    /** Marks a participant active again; false if it was not idle. */
    public boolean returnFromIdle(String participantId) {
        return idle.remove(participantId);
    }

    /** Ends the timers of all but these participants. */
    public void retain(Set<String> participantIds, Deadlines deadlines) {
        idle.retainAll(participantIds);
        running.entrySet().removeIf(entry -> {
            boolean gone = !participantIds.contains(entry.getKey());
            if (gone) {
                deadlines.cancel(entry.getValue());
            }
            return gone;
        });
    }

    /** Ends all timers. */
    public void stop(Deadlines deadlines) {
        running.values().forEach(deadlines::cancel);
        running.clear();
        idle.clear();
    }

    /** The deadlines of all timers that run. */
    public List<Deadline> deadlines() {
        return List.copyOf(running.values());
    }

    SavedTimers save() {
        List<SavedTimers.Running> until = running.entrySet().stream()
                .map(entry ->
                        new SavedTimers.Running(entry.getKey(), entry.getValue().at()))
                .sorted(Comparator.comparing(SavedTimers.Running::participantId))
                .toList();
        return new SavedTimers(applied, until, idle.stream().sorted().toList());
    }

    /** The timers that were saved. Their deadlines are not scheduled. */
    static RunningTimers of(SavedTimers saved, Contact contact) {
        RunningTimers timers = new RunningTimers();
        timers.apply(List.copyOf(saved.applied()));
        timers.idle.addAll(saved.idle());
        saved.running()
                .forEach(each -> timers.run(
                        each.participantId(),
                        new Deadline(
                                each.until(),
                                Deadline.Kind.IDLE,
                                contact.instanceId(),
                                contact.sessionId(),
                                each.participantId())));
        return timers;
    }
}
