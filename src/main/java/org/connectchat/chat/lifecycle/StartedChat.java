package org.connectchat.chat.lifecycle;

import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/** What the caller of StartChatContact gets to know (rule O1). */
public record StartedChat(
        String contactId,
        String participantId,
        ParticipantToken participantToken,
        @Nullable String continuedFrom) {}
