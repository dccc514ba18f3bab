package org.connectchat.websocket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.item.TranscriptItem;
import org.connectchat.restjson.json.WireJson;
import org.connectchat.websocket.frame.TextFrame;
import org.jspecify.annotations.Nullable;

/** Writes frames. The content of a chat frame is a JSON text inside the JSON, as clients expect. */
final class Frames {

    static final String SUBSCRIBE = "aws/subscribe";
    static final String HEARTBEAT = "aws/heartbeat";
    static final String PING = "aws/ping";
    static final String CHAT = "aws/chat";

    static final TextFrame HEARTBEAT_RESPONSE = TextFrame.of("{\"topic\":\"aws/heartbeat\"}");
    static final TextFrame PING_RESPONSE =
            TextFrame.of("{\"topic\":\"aws/ping\",\"statusCode\":200,\"statusContent\":\"OK\"}");

    private record Envelope(
            @JsonProperty("content") Object content,
            @JsonProperty("contentType") @Nullable String contentType,
            @JsonProperty("topic") String topic) {}

    private record Subscribed(
            @JsonProperty("status") String status,
            @JsonProperty("topics") List<String> topics) {}

    /** The number of frames that are kept; chats that send at the same moment seldom share a slot. */
    private static final int SLOTS = 16;

    private record Written(ChatItem item, TextFrame frame) {}

    private final WireJson json;
    private final AtomicReferenceArray<@Nullable Written> latest = new AtomicReferenceArray<>(SLOTS);

    Frames(WireJson json) {
        this.json = json;
    }

    TextFrame subscribed(List<String> topics) {
        return TextFrame.of(json.text(new Envelope(new Subscribed("success", topics), null, SUBSCRIBE)));
    }

    /** The frame of an item. It is written once for all sockets, which receive an item one right after the other. */
    @SuppressWarnings("ReferenceEquality") // comparing the content of items would cost more than it saves
    TextFrame chat(ChatItem item) {
        int slot = Math.floorMod(System.identityHashCode(item), SLOTS);
        Written written = latest.get(slot);
        if (written == null || written.item() != item) {
            String content = json.text(TranscriptItem.live(item));
            written = new Written(item, TextFrame.of(json.text(new Envelope(content, "application/json", CHAT))));
            latest.set(slot, written);
        }
        return written.frame();
    }
}
