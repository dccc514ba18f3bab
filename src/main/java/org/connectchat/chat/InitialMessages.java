package org.connectchat.chat;

/** Puts the initial message of a chat into its transcript when the chat starts (rule P29). */
final class InitialMessages {

    private final Conversations conversations;
    private final Narrator narrator;

    InitialMessages(Conversations conversations, Mint mint) {
        this.conversations = conversations;
        this.narrator = new Narrator(mint);
    }

    /** Must be called before others can find the contact. A chat without an initial message costs nothing here. */
    void record(Contact contact) {
        ChatMessage message = contact.terms().initialMessage();
        if (message != null) {
            Seat customer = new Seat(contact, contact.customer());
            conversations
                    .of(contact)
                    .open(
                            contact.timeline().initiatedAt(),
                            narrator.message(customer, message.contentType(), message.content()));
        }
    }
}
