package org.connectchat.chat.conversation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of messages, one for each recipient of a message. They are changed under the lock of the chat, and read
 * without it by {@link TranscriptEntries}.
 */
final class Receipts {

    private volatile Map<String, List<Receipt>> byMessage = Map.of();

    /** The receipts of a message, in the order in which their recipients first gave one. */
    List<Receipt> of(String messageId) {
        return byMessage.getOrDefault(messageId, List.of());
    }

    /** Adds a receipt to a message, or to what its recipient has said of it before; returns what is known then. */
    Receipt add(String messageId, Receipt receipt) {
        List<Receipt> before = of(messageId);
        Receipt known = of(before, receipt.recipientId());
        Receipt merged = known == null ? receipt.of(messageId) : known.merged(receipt);
        Stream<Receipt> others =
                before.stream().map(other -> other.recipientId().equals(merged.recipientId()) ? merged : other);
        put(messageId, known == null ? Stream.concat(others, Stream.of(merged)) : others);
        return merged;
    }

    /** Whether the recipient has given a receipt of the message. */
    boolean has(Receipt receipt) {
        return of(of(receipt.messageId()), receipt.recipientId()) != null;
    }

    private static @Nullable Receipt of(List<Receipt> receipts, String recipientId) {
        for (Receipt receipt : receipts) {
            if (receipt.recipientId().equals(recipientId)) {
                return receipt;
            }
        }
        return null;
    }

    /** Takes receipts over that were saved. */
    void restore(String messageId, List<Receipt> saved) {
        if (!saved.isEmpty()) {
            put(messageId, saved.stream().map(receipt -> receipt.of(messageId)));
        }
    }

    /** Most chats have no receipts, so the first one makes the map. */
    private void put(String messageId, Stream<Receipt> receipts) {
        Map<String, List<Receipt>> all = byMessage.isEmpty() ? new ConcurrentHashMap<>() : byMessage;
        all.put(messageId, receipts.toList());
        byMessage = all;
    }
}
