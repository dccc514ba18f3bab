package org.connectchat.chat.contact;

/**
 * Why a chat ended; the names are those of Amazon Connect's contact records.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html">Contact records data model</a>
 */
public enum DisconnectReason {
    /** The customer left by DisconnectParticipant. */
    CUSTOMER_DISCONNECT,
    /** The agent ended the chat. */
    AGENT_DISCONNECT,
    /** The agent's network failed. */
    AGENT_NETWORK_DISCONNECT,
    /** The customer never connected within the connection deadline (rule B4). */
    CUSTOMER_CONNECTION_NOT_ESTABLISHED,
    /** The chat's duration is over, waiting included (rule B5). */
    EXPIRED,
    /** A flow ended the chat. */
    CONTACT_FLOW_DISCONNECT,
    /** Ended by StopContact. */
    API,
    /** A manager disconnected the agent. */
    BARGED,
    /** A participant sent nothing for as long as a chat timer allows. */
    IDLE_DISCONNECT,
    /** One agent disconnected another. */
    THIRD_PARTY_DISCONNECT,
    /** Something went wrong in Amazon Connect. */
    SYSTEM_ERROR
}
