package org.connectchat.flow.action;

import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.restjson.json.JsonMappers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the responses of customers to views from other messages (rule F36). */
public final class ViewResponses {

    /** The template type of views and of the responses to them. */
    public static final String TYPE = "ViewResource";

    private static final JsonMapper JSON =
            JsonMappers.keepingNumbers(JsonMappers.builder()).build();

    private ViewResponses() {}

    /** Whether a message has the form of a response to a view. */
    public static boolean isResponse(ChatMessage message) {
        if (!ContentTypes.INTERACTIVE_RESPONSE.equals(message.contentType())) {
            return false;
        }
        try {
            return isResponse(read(message.content()));
        } catch (JacksonException e) {
            return false; // a message that is no JSON
        }
    }

    /** Whether JSON has the form of a response to a view. */
    public static boolean isResponse(JsonNode content) {
        return content.path("templateType").asString("").equals(TYPE);
    }

    /**
     * The JSON of a message.
     *
     * @throws JacksonException if it is none
     */
    public static JsonNode read(String content) {
        return JSON.readTree(content);
    }
}
