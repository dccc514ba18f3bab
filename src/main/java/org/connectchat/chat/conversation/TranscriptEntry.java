package org.connectchat.chat.conversation;

import java.util.List;

/** An item of a transcript with what recipients did with it. */
public record TranscriptEntry(ChatItem item, List<ChatItem.Receipt> receipts) {}
