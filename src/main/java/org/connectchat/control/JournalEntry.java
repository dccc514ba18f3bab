package org.connectchat.control;

import java.nio.ByteBuffer;
import org.connectchat.restjson.AnsweredCall;
import org.jspecify.annotations.Nullable;

/**
 * A call with its place in the journal.
 *
 * @param number counts from 1 on, never anew
 * @param initialContactId the session of the call's contact, kept with the call because the chat may be forgotten first;
 *     null if the call names no contact that existed
 */
record JournalEntry(long number, AnsweredCall call, @Nullable String initialContactId) {

    private static final int BYTES_WITHOUT_BODY = 512;

    /** About what it takes in memory. */
    int weight() {
        ByteBuffer body = call.body();
        return BYTES_WITHOUT_BODY + (body == null ? 0 : body.remaining());
    }
}
