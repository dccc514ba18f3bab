package org.connectchat.flow.run;

/** When the flow of a chat begins (rule F38). */
public enum FlowStart {
    /** When the customer connects. */
    ON_CONNECT,
    /** When the contact is created. */
    ON_START
}
