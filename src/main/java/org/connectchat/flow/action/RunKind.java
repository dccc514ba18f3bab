package org.connectchat.flow.action;

/** What a running flow is to its contact. */
public enum RunKind {
    /** The flow that the chat began with, and those that it transferred to. */
    INBOUND,
    /** The flow of hook CustomerQueue, while the contact is in a queue. */
    QUEUE,
    /** The flow of hook AgentWhisper, which only the agent hears. */
    AGENT_WHISPER,
    /** The flow of hook CustomerWhisper, which only the customer hears. */
    CUSTOMER_WHISPER,
    /** The flow of hook CustomerRemaining, which begins a contact of its own. */
    DISCONNECT;

    public boolean isWhisper() {
        return this == AGENT_WHISPER || this == CUSTOMER_WHISPER;
    }
}
