package org.connectchat.kit.client;

/** Why a contact has ended. */
public enum DisconnectReason {
    CUSTOMER_DISCONNECT,
    AGENT_DISCONNECT,
    AGENT_NETWORK_DISCONNECT,
    CUSTOMER_CONNECTION_NOT_ESTABLISHED,
    EXPIRED,
    CONTACT_FLOW_DISCONNECT,
    API,
    BARGED,
    IDLE_DISCONNECT,
    THIRD_PARTY_DISCONNECT,
    SYSTEM_ERROR
}
