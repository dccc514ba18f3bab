package org.connectchat.chat.transcript;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a transcript is wanted.
 *
 * @param forward towards later items; otherwise towards earlier ones
 * @param ascending whether a page stands oldest first
 * @param start where to start, or null for the end from which the direction leads away
 * @param contactId the only contact of the session whose items are wanted, or null; one of no contact of it narrows nothing
 * @param nextToken the token of the page before, which outdoes direction and start
 */
public record TranscriptQuery(
        int maxResults,
        boolean forward,
        boolean ascending,
        @Nullable Start start,
        @Nullable String contactId,
        @Nullable String nextToken) {

    /** A place in a transcript; the item there belongs to the page. */
    public sealed interface Start {

        /** At the item of that id. */
        record Id(String id) implements Start {}

        /** At a moment: the first item not before it, or backwards the last one not after it. */
        record Time(Instant moment) implements Start {}

        /** At the so-and-so-many-th item from the end. */
        record MostRecent(int count) implements Start {}
    }
}
