package org.connectchat.chat.lifecycle;

import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/**
 * The result of StartChatContact (rule O1).
 *
 * @param streamingId of a chat that is streamed from its start on (rule S4), or null
 */
public record StartedChat(
        String contactId,
        String participantId,
        ParticipantToken participantToken,
        @Nullable String continuedFrom,
        @Nullable String streamingId) {}
