package org.connectchat.chat.lifecycle;

import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/**
 * The result of StartChatContact (rule O1).
 *
 * @param streamingId of a chat that is streamed from its start on (rule S4), or null
 * @param repeated whether its ClientToken started it before (rule B1)
 */
public record StartedChat(
        String contactId,
        String participantId,
        ParticipantToken participantToken,
        @Nullable String continuedFrom,
        @Nullable String streamingId,
        boolean repeated) {

    /** What a repeat with the same ClientToken gets. */
    StartedChat asRepeated() {
        return new StartedChat(contactId, participantId, participantToken, continuedFrom, streamingId, true);
    }
}
