package org.connectchat.chat;

/**
 * Why a chat ended, by the names that Amazon Connect's contact records use.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html">Contact records data model</a>
 */
public enum DisconnectReason {
    /** Ended by StopContact. */
    API,
    /** The customer left by DisconnectParticipant. */
    CUSTOMER_DISCONNECT,
    /** The customer never connected within the connection deadline (rule B4). */
    CUSTOMER_CONNECTION_NOT_ESTABLISHED,
    /** The chat's duration is over, waiting included (rule B5). */
    EXPIRED
}
