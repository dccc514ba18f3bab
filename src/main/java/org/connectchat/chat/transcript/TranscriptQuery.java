package org.connectchat.chat.transcript;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a transcript that a caller reads.
 *
 * @param forward towards later items; otherwise towards earlier ones
 * @param ascending whether the items of a page are sorted oldest first
 * @param start where to start, or null for the oldest item if forward, the newest otherwise
 * @param contactId the contact whose items are read; null, or a contact of the past that the chat continues, reads all
 * @param nextToken the token of the previous page, which overrides direction and start
 */
public record TranscriptQuery(
        int maxResults,
        boolean forward,
        boolean ascending,
        @Nullable Start start,
        @Nullable String contactId,
        @Nullable String nextToken) {

    /** A position in a transcript; the page includes the item there. */
    public sealed interface Start {

        /** At the item of this id. */
        record Id(String id) implements Start {}

        /** At a moment: the first item not before it, or backwards the last one not after it. */
        record Time(Instant moment) implements Start {}

        /** At the item with this number, counted from the end. */
        record MostRecent(int count) implements Start {}
    }
}
