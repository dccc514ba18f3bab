package org.connectchat.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.ContactWeight;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is saved.
 *
 * @param transcript oldest first
 * @param sent what was sent with which client token, oldest first
 * @param joined the ids of the participants that are present
 * @param gone the ids of the participants that have left
 * @param last the moment before which no further item is dated; null if there was no item
 * @param streams the message streamings, those that were stopped first
 */
public record SavedConversation(
        List<TranscriptEntry> transcript,
        List<Sent> sent,
        List<String> joined,
        List<String> gone,
        @Nullable Instant last,
        boolean closed,
        List<SavedStream> streams) {

    /**
     * An item that was sent with a client token.
     *
     * @param key the id of the participant and the client token, with a space between them
     * @param itemId names an item of the transcript; null if the item is in no transcript
     * @param withheld the item that is in no transcript (rule F36), or null
     */
    public record Sent(
            String key, @Nullable String itemId, @Nullable ChatItem withheld) {

        static Sent of(String key, ChatItem item) {
            return item.isWithheld() ? new Sent(key, null, item) : new Sent(key, item.id(), null);
        }

        /** Without the client token. */
        @Override
        public String toString() {
            return "Sent[" + itemId + "]";
        }
    }

    /** The memory that it takes beyond what its chat takes anyway. */
    public long weight() {
        long bytes = 0;
        for (TranscriptEntry entry : transcript) {
            ChatItem item = entry.item();
            String content = item.content();
            bytes += entry.receipts().size() * ContactWeight.RECEIPT;
            bytes += content == null
                    ? ContactWeight.ITEM
                    : ContactWeight.message(new ChatMessage(String.valueOf(item.contentType()), content), null);
        }
        for (Sent each : sent) {
            bytes += ContactWeight.clientToken(each.key());
        }
        for (SavedStream stream : streams) {
            bytes += stream.weight();
        }
        return bytes;
    }
}
