package org.connectchat.chat;

import java.util.Objects;

/** A refusal of the domain. The reason is a fact about the state; each service decides which AWS error that is. */
public final class ChatRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the domain refuses. */
    public enum Reason {
        /** Rule B6: a catalogue is configured and the instance is not in it. */
        INSTANCE_UNKNOWN,
        /** Rule B6: a catalogue is configured and the flow does not belong to that instance. */
        CONTACT_FLOW_UNKNOWN,
        /** There is no such contact, or it belongs to another instance (rules B8 and B9). */
        CONTACT_UNKNOWN,
        /** No such participant is in the chat. */
        PARTICIPANT_UNKNOWN,
        /** Rule B8: a chat can only be continued once it has ended. */
        SOURCE_STILL_ACTIVE,
        /** Rule B8: ENTIRE_PAST_SESSION needs the first contact of a session. */
        SOURCE_NOT_INITIAL,
        /** The chat continues a past one already. */
        ALREADY_PERSISTENT,
        /** Rule I7: the attributes after the change are too large. */
        ATTRIBUTES_TOO_LARGE,
        /** Rule U1: the references after the change are too large. */
        REFERENCES_TOO_LARGE,
        /** Rule U2: the contact would have too many tags. */
        TOO_MANY_TAGS,
        /** A token is unknown or of the wrong kind, or its chat has ended, or its participant has left. */
        ACCESS_DENIED,
        /** The chat has ended. */
        CHAT_ENDED,
        /** The timers of a chat that has ended cannot be changed. */
        TIMERS_TOO_LATE,
        /** Rule S6: a chat that has ended cannot be streamed. */
        STREAMING_TOO_LATE,
        /** Rules S6 and S9: the contact is streamed to as many topics as it may be, or the memory has no room for more. */
        STREAMING_QUOTA_REACHED,
        /** Rule S7: the contact has no such streaming. */
        STREAMING_UNKNOWN,
        /** The chat has its custom participant already, or as many people as it may have. */
        PARTICIPANT_QUOTA_REACHED,
        /** Rule P40: custom participants and connected agents exclude each other. */
        AGENT_CONNECTED,
        /** Receipts are for chats of two participants. */
        TOO_MANY_FOR_RECEIPTS,
        /** The chat has as many attachments as it may have. */
        ATTACHMENT_QUOTA_REACHED,
        /** There is no such attachment, or it is not uploaded yet. */
        ATTACHMENT_UNUSABLE,
        /** An attachment can be completed once. */
        ATTACHMENT_COMPLETED_ALREADY,
        /** A token or an id is not of this transcript. */
        TRANSCRIPT_POSITION_UNKNOWN,
        /** Rule B3: the instance has as many active chats as its quota. */
        ACTIVE_CHAT_QUOTA_REACHED,
        /** Rule R13: the memory for chats has no room for another chat. */
        MEMORY_FULL_FOR_CHATS,
        /** Rule R13: the memory for chats has no room for more of this chat. */
        MEMORY_FULL
    }

    private final Reason reason;

    public ChatRefused(Reason reason, String message) {
        // A refusal is an ordinary response: its stack trace is never read, and filling it in is slow.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The message for the caller. */
    public String message() {
        return Objects.requireNonNull(getMessage());
    }
}
