package org.connectchat.chat.lifecycle;

import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/** The result of StartChatContact (rule O1). */
public record StartedChat(
        String contactId,
        String participantId,
        ParticipantToken participantToken,
        @Nullable String continuedFrom) {}
