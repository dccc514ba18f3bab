package org.connectchat.chat.conversation;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A view of a transcript that copies nothing; an entry has the receipts that exist when it is read. */
final class TranscriptEntries extends AbstractList<TranscriptEntry> implements RandomAccess {

    private final List<ChatItem> items;
    private final Receipts receipts;

    TranscriptEntries(List<ChatItem> items, Receipts receipts) {
        this.items = items;
        this.receipts = receipts;
    }

    @Override
    public TranscriptEntry get(int index) {
        ChatItem item = items.get(index);
        return new TranscriptEntry(item, receipts.of(item.id()));
    }

    @Override
    public int size() {
        return items.size();
    }
}
