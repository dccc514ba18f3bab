package org.connectchat.chat.conversation;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.connectchat.chat.conversation.ChatItem.Receipt;

/** A view of a transcript that copies nothing; an entry has the receipts that exist when it is read. */
final class TranscriptEntries extends AbstractList<TranscriptEntry> implements RandomAccess {

    private final List<ChatItem> items;
    private final Map<String, List<Receipt>> receipts;

    TranscriptEntries(List<ChatItem> items, Map<String, List<Receipt>> receipts) {
        this.items = items;
        this.receipts = receipts;
    }

    @Override
    public TranscriptEntry get(int index) {
        ChatItem item = items.get(index);
        return new TranscriptEntry(item, receipts.getOrDefault(item.id(), List.of()));
    }

    @Override
    public int size() {
        return items.size();
    }
}
