package org.connectchat.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Rule O3: whose token is whose, as long as its chat is active. */
final class ParticipantTokens {

    private final Map<ParticipantToken, String> contactIds = new ConcurrentHashMap<>();

    void add(Contact contact) {
        contactIds.put(contact.customer().token(), contact.id());
    }

    void remove(Contact contact) {
        contactIds.remove(contact.customer().token());
    }

    /** The contact that a token's text opens, or null if there is no such token or it is no longer valid. */
    @Nullable
    String contactId(String text) {
        ParticipantToken token = ParticipantToken.parse(text);
        return token == null ? null : contactIds.get(token);
    }
}
