package org.connectchat.control.contact;

/** A state of a chat that a caller waits for. */
enum AwaitedState {
    /** The customer is connected. */
    CUSTOMER_CONNECTED,
    /** A standing agent is offered the chat, or an agent is in it. */
    AGENT_OFFERED,
    /** An agent is connected. */
    AGENT_CONNECTED,
    /** The transcript has enough messages that match. */
    MESSAGE,
    /** The chat has ended. */
    ENDED
}
