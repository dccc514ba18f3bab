package org.connectchat.chat.event;

/** The participants whose sockets receive an event (rule W23). */
public enum Audience {
    /** All participants of the chat, including the author of the event. */
    EVERY_PARTICIPANT,
    /** Only the author of the event. */
    AUTHOR,
    /** Only the customer. */
    CUSTOMER,
    /** No socket: the event is only a request. */
    NO_PARTICIPANT
}
