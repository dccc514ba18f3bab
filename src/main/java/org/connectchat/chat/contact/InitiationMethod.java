package org.connectchat.chat.contact;

/** How a contact was made; the names are those of {@code Contact.InitiationMethod}. */
public enum InitiationMethod {
    /** Started by StartChatContact. */
    API,
    /** Made when an agent handed the chat to another one. */
    TRANSFER,
    /** Made when a queue flow moved the chat to another queue. */
    QUEUE_TRANSFER,
    /** Made by a disconnect flow after the chat's previous contact ended. */
    DISCONNECT
}
