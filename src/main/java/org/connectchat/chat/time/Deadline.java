package org.connectchat.chat.time;

import java.time.Instant;

/**
 * A moment at which something happens in one chat.
 *
 * @param instanceId the instance of the chat, whose clock decides
 * @param sessionId the chat, by the id of its first contact
 * @param subject the part of the chat, such as a participant; empty for the whole chat
 */
public record Deadline(Instant at, Kind kind, String instanceId, String sessionId, String subject)
        implements Comparable<Deadline> {

    /** The kind of a deadline; deadlines of the same moment fire in this order. */
    public enum Kind {
        /** Rule B4: the customer must be connected. */
        CONNECTION,
        /** Rule B5: the duration of the chat is over. */
        DURATION,
        /** A chat timer: a participant has sent nothing for too long. */
        IDLE,
        /** What the flow of the chat waits for has not come in time. */
        FLOW,
        /** Sockets that clients leave open after the end of a chat are closed. */
        SOCKETS,
        /** An ended chat is no longer kept. */
        RETENTION
    }

    /** A deadline of a whole chat. */
    public Deadline(Instant at, Kind kind, String instanceId, String sessionId) {
        this(at, kind, instanceId, sessionId, "");
    }

    /** Without a comparator of comparators, because a queue of a million deadlines compares twenty of them for each start. */
    @Override
    public int compareTo(Deadline other) {
        int order = at.compareTo(other.at);
        if (order == 0) {
            order = kind.compareTo(other.kind);
        }
        if (order == 0) {
            order = sessionId.compareTo(other.sessionId);
        }
        return order == 0 ? subject.compareTo(other.subject) : order;
    }
}
