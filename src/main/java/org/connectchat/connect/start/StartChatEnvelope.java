package org.connectchat.connect.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ContentTypes;
import org.connectchat.connect.ConnectDialect;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.ErrorType;
import org.jspecify.annotations.Nullable;

/** The JSON that the open-source chat widget expects around the response of StartChatContact, and around its errors. */
record StartChatEnvelope(@JsonProperty("data") Data data) {

    record Data(
            @JsonProperty("startChatResult") StartChatContactResponse startChatResult,
            @JsonProperty("featurePermissions") Map<String, Boolean> featurePermissions) {}

    /**
     * Adds the features that the page may offer in this chat to the response.
     *
     * @param contentTypes SupportedMessagingContentTypes of the request
     * @param attachments whether a chat may hold files
     */
    static StartChatEnvelope around(
            StartChatContactResponse response, @Nullable List<String> contentTypes, boolean attachments) {
        boolean markdown = contentTypes != null && contentTypes.contains(ContentTypes.MARKDOWN);
        return new StartChatEnvelope(
                new Data(response, Map.of("MESSAGING_MARKDOWN", markdown, "ATTACHMENTS", attachments)));
    }

    /** Connect's errors in the form of the envelope. Any content type of the page is accepted. */
    static final Dialect DIALECT = new ConnectDialect() {

        @Override
        public Map<String, ?> errorBody(ErrorType type, String message) {
            return Map.of(
                    "data",
                    Map.of("Error", Map.of("message", message, "code", type.code(), "statusCode", type.status())));
        }

        @Override
        public boolean insistsOnJson() {
            return false;
        }

        // A page has no access keys of an AWS account.
        @Override
        public boolean isSigned() {
            return false;
        }
    };
}
