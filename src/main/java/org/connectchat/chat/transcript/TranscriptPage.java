package org.connectchat.chat.transcript;

import java.util.List;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.jspecify.annotations.Nullable;

/**
 * A page of a transcript.
 *
 * @param nextToken leads to the next page in the same direction; null on the last one
 */
public record TranscriptPage(
        String initialContactId,
        List<TranscriptEntry> entries,
        @Nullable String nextToken) {}
