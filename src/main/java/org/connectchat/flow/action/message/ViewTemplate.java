package org.connectchat.flow.action.message;

import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.restjson.json.JsonMappers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of views: the one that shows a view, and the customer's response to it (rule F36).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/show-view-block.html">Show view</a>
 */
final class ViewTemplate {

    private static final String TYPE = "ViewResource";
    private static final JsonMapper JSON = JsonMappers.builder().build();

    private ViewTemplate() {}

    /** The message that lets the client show a view. */
    static ChatMessage message(String viewId, String viewToken, @Nullable JsonNode viewData) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        template.put("templateType", TYPE).put("version", "1.0");
        ObjectNode content = template.putObject("data").putObject("content");
        content.put("viewId", viewId).put("viewToken", viewToken);
        content.set("viewData", viewData == null ? JsonNodeFactory.instance.objectNode() : viewData);
        return new ChatMessage(ContentTypes.INTERACTIVE, template.toString());
    }

    /** Whether a message is a response to a view. */
    static boolean isResponse(ChatMessage message) {
        return response(message.contentType(), message.content()) != null;
    }

    /** The response to a view that a message is, or null. */
    static @Nullable Response response(@Nullable String contentType, @Nullable String content) {
        if (!ContentTypes.INTERACTIVE_RESPONSE.equals(contentType) || content == null) {
            return null;
        }
        try {
            JsonNode response = JSON.readTree(content);
            if (!response.path("templateType").asString("").equals(TYPE)) {
                return null;
            }
            JsonNode action = response.get("action");
            JsonNode data = response.get("data");
            return new Response(
                    action != null && action.isString() ? action.stringValue() : null,
                    data == null || data.isNull() ? JsonNodeFactory.instance.objectNode() : data);
        } catch (JacksonException e) {
            return null; // a message that is no JSON
        }
    }

    /**
     * What the customer has chosen in a view.
     *
     * @param action null if the response names none, which no condition fits
     */
    record Response(@Nullable String action, JsonNode data) {

        /** The value of {@code $.Views}. */
        ObjectNode root() {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            if (action != null) {
                root.put("Action", action);
            }
            root.set("ViewResultData", data);
            return root;
        }

        /** Without the data, so that no log line holds it. */
        @Override
        public String toString() {
            return "Response";
        }
    }
}
