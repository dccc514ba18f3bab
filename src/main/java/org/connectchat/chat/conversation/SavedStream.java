package org.connectchat.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.ContactWeight;
import org.jspecify.annotations.Nullable;

/**
 * A message streaming as it is saved.
 *
 * @param id the StreamingId
 * @param clientToken the client token that started it, or null
 * @param active whether further items are streamed
 * @param waiting the items that were not delivered, oldest first
 */
public record SavedStream(
        String id,
        String topicArn,
        Instant startedAt,
        @Nullable String clientToken,
        boolean active,
        List<Waiting> waiting) {

    /** An item that is to be delivered. */
    public record Waiting(ChatItem item, Visibility visibility) {}

    long weight() {
        return ContactWeight.streaming(topicArn, clientToken);
    }
}
