package org.connectchat.chat.conversation;

import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.connectchat.chat.event.Audience;
import org.jspecify.annotations.Nullable;

/** The side of a chat that an item is meant for (rule S14); the names are those of the wire. */
public enum Visibility {
    AGENT,
    CUSTOMER,
    ALL;

    /** The side of a role. */
    static Visibility of(ParticipantRole role) {
        return switch (role) {
            case AGENT -> AGENT;
            case CUSTOMER -> CUSTOMER;
            case CUSTOM_BOT, SYSTEM -> ALL;
        };
    }

    /** The side of an audience; null for an item that no participant receives. */
    static @Nullable Visibility of(Audience audience, @Nullable Author author) {
        return switch (audience) {
            case EVERY_PARTICIPANT -> ALL;
            case AUTHOR -> author == null ? ALL : of(author.role());
            case CUSTOMER -> CUSTOMER;
            case NO_PARTICIPANT -> null;
        };
    }
}
