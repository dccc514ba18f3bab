package org.connectchat.flow.action;

/** What a running flow is to its contact. */
public enum RunKind {
    /** The flow that the chat began with, and those that it transferred to. */
    INBOUND,
    /** The flow of hook CustomerQueue, while the contact is in a queue. */
    QUEUE,
    /** The flow of hook AgentWhisper, whose messages only the agent gets. */
    AGENT_WHISPER,
    /** The flow of hook CustomerWhisper, whose messages only the customer gets. */
    CUSTOMER_WHISPER,
    /** The flow of hook CustomerRemaining, which runs in a new contact. */
    DISCONNECT;

    public boolean isWhisper() {
        return this == AGENT_WHISPER || this == CUSTOMER_WHISPER;
    }
}
