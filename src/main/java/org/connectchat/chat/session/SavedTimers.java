package org.connectchat.chat.session;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.ChatTimer;

/**
 * The chat timers of a chat as they are saved.
 *
 * @param applied the timers in effect
 * @param running when the timer of a participant is over
 * @param idle the ids of the participants that are idle
 */
public record SavedTimers(List<ChatTimer> applied, List<Running> running, List<String> idle) {

    /** The timer of a participant that runs. */
    public record Running(String participantId, Instant until) {}
}
