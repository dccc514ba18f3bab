package org.connectchat.websocket;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.restjson.json.JsonMappers;
import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A frame that a client sent.
 *
 * @param topics the topics of a subscription
 */
record ClientFrame(String topic, List<String> topics) {

    /** The iOS SDK puts a stray parenthesis behind its frame, so only the first value counts. */
    private static final JsonMapper LENIENT = JsonMappers.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Returns null for anything that is not a frame. */
    static @Nullable ClientFrame parse(String text) {
        try {
            JsonNode frame = LENIENT.readTree(text);
            JsonNode topic = frame.path("topic");
            if (!topic.isString()) {
                return null;
            }
            List<String> topics = new ArrayList<>();
            for (JsonNode wanted : frame.path("content").path("topics")) {
                // The acknowledgement repeats the topic, and no frame can hold half a surrogate pair.
                if (wanted.isString() && UnicodeStrings.isUnicode(wanted.asString())) {
                    topics.add(wanted.asString());
                }
            }
            return new ClientFrame(topic.asString(), topics);
        } catch (JacksonException e) {
            return null;
        }
    }
}
