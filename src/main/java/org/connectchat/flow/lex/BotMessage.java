package org.connectchat.flow.lex;

import java.util.Set;
import org.connectchat.restjson.json.JsonMappers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of a bot to the customer.
 *
 * @param contentType {@code text/plain}, or {@code application/vnd.amazonaws.connect.message.interactive}
 * @param content the text, or the JSON of the template as the bot wrote it
 */
public record BotMessage(String contentType, String content) {

    /** The content type of a text. */
    public static final String TEXT = "text/plain";

    /** The content type of a template. */
    public static final String INTERACTIVE = "application/vnd.amazonaws.connect.message.interactive";

    private static final JsonMapper JSON = JsonMappers.builder().build();
    private static final Set<String> TEMPLATES =
            Set.of("ListPicker", "TimePicker", "QuickReply", "Panel", "Carousel", "ViewResource");

    static BotMessage text(String content) {
        return new BotMessage(TEXT, content);
    }

    /** A custom payload: a template if it has the form of one, else a text (rule F33). */
    static BotMessage payload(String content) {
        return new BotMessage(isTemplate(content) ? INTERACTIVE : TEXT, content);
    }

    private static boolean isTemplate(String content) {
        if (!content.stripLeading().startsWith("{")) {
            return false;
        }
        try {
            JsonNode payload = JSON.readTree(content);
            return TEMPLATES.contains(payload.path("templateType").stringValue(""))
                    && payload.path("version").stringValue("").equals("1.0")
                    && payload.path("data").path("content").isObject();
        } catch (JacksonException e) {
            return false; // a text that begins with a brace
        }
    }

    /** Without the content, so that no log line holds it. */
    @Override
    public String toString() {
        return "BotMessage[" + contentType + "]";
    }
}
