package org.connectchat.flow.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The dialog of a customer with a bot. It waits for the customer, unless a call or a turn is given.
 *
 * @param timeoutSeconds how long the bot waits for the customer; null for no limit
 * @param inputs what the customer has sent and the bot has not got
 * @param sessionAttributes of the first call; null after it
 * @param until when the wait for the customer ends, or the bot's delay
 * @param call the call of the bot that is made, again after a load
 * @param turn what the bot says after its delay
 */
public record SavedDialogue(
        Bot bot,
        @Nullable Long timeoutSeconds,
        List<Input> inputs,
        @Nullable Map<String, String> sessionAttributes,
        @Nullable Instant until,
        @Nullable Call call,
        @Nullable Turn turn) {

    /** A bot of Lex V2, by its alias, or one of Lex V1. */
    public record Bot(
            @Nullable String aliasArn,
            @Nullable String name,
            @Nullable String region,
            @Nullable String alias) {}

    /** A text, or why what the customer has sent is none. */
    public record Input(@Nullable String text, @Nullable String refused) {

        /** Without the text. */
        @Override
        public String toString() {
            return "Input";
        }
    }

    /**
     * A call.
     *
     * @param instanceId the instance of the chat; null in a document of an emulator in which instances had no bots
     */
    public record Call(
            @Nullable String instanceId,
            String sessionId,
            String localeId,
            String text,
            boolean initial,
            @Nullable Map<String, String> sessionAttributes) {

        /** Without the text and the attributes. */
        @Override
        public String toString() {
            return "Call[" + sessionId + "]";
        }
    }

    /**
     * What a bot says.
     *
     * @param dialog what becomes of the dialog, such as {@code GOES_ON}
     * @param lex the value of {@code $.Lex} after it
     */
    public record Turn(
            List<Message> messages, String dialog, @Nullable String intentName, JsonNode lex) {

        /** Without texts and slots. */
        @Override
        public String toString() {
            return "Turn[" + dialog + "]";
        }
    }

    /** A message of a bot. */
    public record Message(String contentType, String content) {

        /** Without the content. */
        @Override
        public String toString() {
            return "Message[" + contentType + "]";
        }
    }

    /** Without session attributes. */
    @Override
    public String toString() {
        return "SavedDialogue[" + bot + "]";
    }
}
