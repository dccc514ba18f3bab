package org.connectchat.chat;

import java.util.Objects;

/** The domain says no. The reason is a fact about the state; which AWS error that is, the service rooms decide. */
public final class ChatRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Rule B6: a catalogue is configured and the instance is not in it. */
        INSTANCE_UNKNOWN,
        /** Rule B6: a catalogue is configured and the flow is not that instance's. */
        CONTACT_FLOW_UNKNOWN,
        /** No such contact, or it is another instance's (rules B8 and B9). */
        CONTACT_UNKNOWN,
        /** No such participant is in the chat. */
        PARTICIPANT_UNKNOWN,
        /** Rule B8: a chat can only be continued once it has ended. */
        SOURCE_STILL_ACTIVE,
        /** Rule B8: ENTIRE_PAST_SESSION wants the first contact of a session. */
        SOURCE_NOT_INITIAL,
        /** Rule I7, over the merged result. */
        ATTRIBUTES_TOO_LARGE,
        /** A token that is unknown, of the wrong kind, or of a chat or participant that is gone. */
        ACCESS_DENIED,
        /** A chat that has ended takes no further participant. */
        CHAT_ENDED,
        /** The timers of a chat that has ended are of no use. */
        TIMERS_TOO_LATE,
        /** One custom bot a chat, and so many people. */
        PARTICIPANT_QUOTA_REACHED,
        /** Rule P40: custom participants and connected agents exclude each other. */
        AGENT_CONNECTED,
        /** Receipts are for chats of two. */
        TOO_MANY_FOR_RECEIPTS,
        /** So many attachments a chat. */
        ATTACHMENT_QUOTA_REACHED,
        /** No such attachment, or not yet uploaded. */
        ATTACHMENT_UNUSABLE,
        /** An attachment can be completed once. */
        ATTACHMENT_COMPLETED_ALREADY,
        /** A transcript is paged with the tokens and ids that it gave out. */
        TRANSCRIPT_POSITION_UNKNOWN,
        /** Rule B3. */
        ACTIVE_CHAT_QUOTA_REACHED
    }

    private final Reason reason;

    public ChatRefused(Reason reason, String message) {
        // Refusals are answers, not accidents: nobody reads their stack traces, and filling them in is slow.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What to tell the caller. */
    public String message() {
        return Objects.requireNonNull(getMessage());
    }
}
