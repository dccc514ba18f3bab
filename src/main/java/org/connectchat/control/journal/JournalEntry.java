package org.connectchat.control.journal;

import java.nio.ByteBuffer;
import org.connectchat.chat.memory.Weight;
import org.connectchat.control.recording.Recorded;
import org.connectchat.restjson.call.CallRecord;
import org.jspecify.annotations.Nullable;

/**
 * A call with its place in the journal.
 *
 * @param number counts from 1 on and never restarts
 * @param initialContactId the session of the call's contact, kept with the call because the chat may be forgotten first;
 *     null if the call names no contact that existed
 */
record JournalEntry(long number, CallRecord call, @Nullable String initialContactId) implements Recorded<JournalEntry> {

    private static final int BYTES_WITHOUT_BODY = 400;

    /** This entry without its body, marked as not kept. */
    @Override
    public JournalEntry shortened() {
        return new JournalEntry(number, call.withoutBody(), initialContactId);
    }

    @Override
    public long weight() {
        ByteBuffer body = call.body();
        return BYTES_WITHOUT_BODY
                + Weight.of(call.contactId())
                + Weight.of(call.instanceId())
                + (body == null ? 0 : body.remaining());
    }
}
