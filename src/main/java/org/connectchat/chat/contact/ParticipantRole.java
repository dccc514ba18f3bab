package org.connectchat.chat.contact;

/** The role of a participant; the names are those of {@code ParticipantRole}. */
public enum ParticipantRole {
    /** The person that StartChatContact started the chat for. */
    CUSTOMER,
    /** A person who answers the customer. */
    AGENT,
    /** A bot that CreateParticipant added. */
    CUSTOM_BOT,
    /** The flow of the chat, which writes messages and is no participant that joins or leaves (rule F32). */
    SYSTEM
}
