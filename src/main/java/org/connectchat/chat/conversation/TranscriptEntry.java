package org.connectchat.chat.conversation;

import java.util.List;

/** An item of a transcript with its receipts. */
public record TranscriptEntry(ChatItem item, List<ChatItem.Receipt> receipts) {}
