package org.connectchat.chat.contact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time, 2 to 480 minutes, that a participant of a role may send nothing, and the effect when it is over.
 *
 * @param duration null removes the timer of that role and type
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ParticipantTimerConfiguration.html">ParticipantTimerConfiguration</a>
 */
public record ChatTimer(
        ParticipantRole role, Type type, @Nullable Duration duration) {

    /** The effect of a timer; the names are those of {@code ParticipantTimerType}. */
    public enum Type {
        /** All participants are told that this one is idle. */
        IDLE,
        /** All participants but the customer are disconnected; it counts after the idle timer, if there is one. */
        DISCONNECT_NONCUSTOMER
    }

    private boolean isLike(ChatTimer other) {
        return role == other.role && type == other.type;
    }

    /** Applies changes to timers: each replaces the timer of its role and type. */
    static List<ChatTimer> changed(List<ChatTimer> timers, List<ChatTimer> changes) {
        List<ChatTimer> all = new ArrayList<>(timers);
        for (ChatTimer change : changes) {
            all.removeIf(change::isLike);
            if (change.duration != null) {
                all.add(change);
            }
        }
        return List.copyOf(all);
    }

    /** The duration of a role's timer of a type, or null if there is none. */
    public static @Nullable Duration duration(List<ChatTimer> timers, ParticipantRole role, Type type) {
        for (ChatTimer timer : timers) {
            if (timer.role == role && timer.type == type) {
                return timer.duration;
            }
        }
        return null;
    }
}
