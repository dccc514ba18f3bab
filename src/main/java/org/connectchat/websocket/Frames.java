package org.connectchat.websocket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.participant.transcript.TranscriptItem;
import org.connectchat.restjson.json.WireJson;
import org.jspecify.annotations.Nullable;

/** Writes frames. A chat frame's content is a JSON text in the JSON: clients drop it otherwise. */
final class Frames {

    static final String SUBSCRIBE = "aws/subscribe";
    static final String HEARTBEAT = "aws/heartbeat";
    static final String PING = "aws/ping";
    static final String CHAT = "aws/chat";

    static final String HEARTBEAT_ANSWER = "{\"topic\":\"aws/heartbeat\"}";
    static final String PING_ANSWER = "{\"topic\":\"aws/ping\",\"statusCode\":200,\"statusContent\":\"OK\"}";

    private record Envelope(
            @JsonProperty("content") Object content,
            @JsonProperty("contentType") @Nullable String contentType,
            @JsonProperty("topic") String topic) {}

    private record Subscribed(
            @JsonProperty("status") String status,
            @JsonProperty("topics") List<String> topics) {}

    private Frames() {}

    static String subscribed(List<String> topics, WireJson json) {
        return json.text(new Envelope(new Subscribed("success", topics), null, SUBSCRIBE));
    }

    static String chat(ChatItem item, WireJson json) {
        String content = json.text(TranscriptItem.live(item));
        return json.text(new Envelope(content, "application/json", CHAT));
    }
}
