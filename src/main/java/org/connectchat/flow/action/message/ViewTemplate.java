package org.connectchat.flow.action.message;

import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.flow.action.ViewResponses;
import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of views: the one that shows a view, and the customer's response to it (rule F36).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/show-view-block.html">Show view</a>
 */
final class ViewTemplate {

    private ViewTemplate() {}

    /** The message that lets the client show a view. */
    static ChatMessage message(String viewId, String viewToken, @Nullable JsonNode viewData) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        template.put("templateType", ViewResponses.TYPE).put("version", "1.0");
        ObjectNode content = template.putObject("data").putObject("content");
        content.put("viewId", viewId).put("viewToken", viewToken);
        content.set("viewData", viewData == null ? JsonNodeFactory.instance.objectNode() : viewData);
        return new ChatMessage(ContentTypes.INTERACTIVE, template.toString());
    }

    /**
     * The response to a view that a content is.
     *
     * @throws NoResponse if it is none
     */
    static Response response(String content) throws NoResponse {
        try {
            JsonNode response = ViewResponses.read(content);
            if (!ViewResponses.isResponse(response)) {
                throw new NoResponse("has not the templateType " + ViewResponses.TYPE);
            }
            if (!UnicodeStrings.isUnicode(response)) {
                throw new NoResponse(UnicodeStrings.NOT_UNICODE);
            }
            JsonNode action = response.get("action");
            JsonNode data = response.get("data");
            return new Response(
                    action != null && action.isString() ? action.stringValue() : null,
                    data == null || data.isNull() ? JsonNodeFactory.instance.objectNode() : data);
        } catch (StreamConstraintsException e) {
            throw new NoResponse("is nested too deep, or has a number that is too long or out of range");
        } catch (JacksonException e) {
            throw new NoResponse("is not valid JSON");
        }
    }

    /** A content is no response to a view; the message says why and repeats nothing of it. */
    static final class NoResponse extends Exception {

        private static final long serialVersionUID = 1L;

        NoResponse(String message) {
            super(message);
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
