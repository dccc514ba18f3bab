package org.connectchat.control.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.connectchat.chat.ContentTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message.
 *
 * @param contentType text/plain if absent
 * @param content a text; or, for interactive messages and JSON, the object itself
 */
@Schema(
        name = "AgentMessageRequest",
        description = "A message.",
        example = "{\"contentType\": \"text/plain\", \"content\": \"How can I help?\"}")
record AgentMessageRequest(
        @Schema(description = "text/plain if absent", example = "text/plain") @Nullable
        String contentType,

        @Schema(
                description = "A string; for application/json and interactive messages also the JSON object itself",
                example = "How can I help?")
        @NotNull
        JsonNode content) {

    @JsonIgnore
    String type() {
        return contentType == null ? ContentTypes.PLAIN : contentType;
    }

    @JsonIgnore
    String text() {
        JsonNode node = content;
        return node.isString() ? node.asString() : node.toString();
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "AgentMessageRequest";
    }
}
