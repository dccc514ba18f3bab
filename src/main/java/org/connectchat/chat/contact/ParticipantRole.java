package org.connectchat.chat.contact;

/** The part a participant plays in a chat, by the names of {@code ParticipantRole}. */
public enum ParticipantRole {
    /** The person for whom StartChatContact was called. */
    CUSTOMER,
    /** Somebody who answers the customer. */
    AGENT,
    /** A bot of the caller's own, added by CreateParticipant. */
    CUSTOM_BOT
}
