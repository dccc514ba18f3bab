package org.connectchat.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.Contact;
import org.jspecify.annotations.Nullable;

/** Opens the streams of chats. The package {@code stream} is the only one that does. */
@FunctionalInterface
public interface ItemStreamOpener {

    /** For a domain that stands alone: the items go nowhere. */
    ItemStreamOpener NONE = (streamingId, contact, topicArn) -> new ItemStream() {
        @Override
        public String id() {
            return streamingId;
        }

        @Override
        public void onItem(ChatItem item, Visibility visibility) {}

        @Override
        public SavedStream save(@Nullable String clientToken, boolean active) {
            return new SavedStream(streamingId, topicArn, Instant.EPOCH, clientToken, active, List.of());
        }

        @Override
        public void end() {}

        @Override
        public void discard() {}
    };

    /**
     * Opens a stream, which receives nothing yet. It needs no lock of the chat.
     *
     * @param streamingId the id of the stream, which is new
     */
    ItemStream open(String streamingId, Contact contact, String topicArn);

    /** Opens a stream that was saved, with the items that were not delivered; it receives nothing yet. */
    default ItemStream reopen(SavedStream saved, Contact contact) {
        return open(saved.id(), contact, saved.topicArn());
    }

    /** Whether a stream can be opened to this topic. */
    default boolean knows(String topicArn) {
        return !topicArn.isEmpty();
    }
}
