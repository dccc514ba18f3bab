package org.connectchat.chat.event;

/** Whose sockets an event reaches (rule W23). */
public enum Audience {
    /** All participants of the chat, the one whose event it is among them. */
    EVERY_PARTICIPANT,
    /** The participant whose event it is, and no other. */
    AUTHOR,
    /** The customer. */
    CUSTOMER,
    /** No socket: the event is a request alone. */
    NO_PARTICIPANT
}
