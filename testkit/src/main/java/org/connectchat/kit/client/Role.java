package org.connectchat.kit.client;

/** The role of a participant. */
public enum Role {
    CUSTOMER,
    AGENT,
    CUSTOM_BOT,
    SYSTEM
}
