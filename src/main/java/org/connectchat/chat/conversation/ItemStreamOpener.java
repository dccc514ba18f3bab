package org.connectchat.chat.conversation;

import org.connectchat.chat.contact.Contact;

/** Opens the streams of chats. The room {@code stream} is the only one that does. */
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
}
