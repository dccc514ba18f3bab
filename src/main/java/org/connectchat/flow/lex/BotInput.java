package org.connectchat.flow.lex;

import java.util.Set;

/** What a message of the customer is to a bot (rule F60). */
public sealed interface BotInput {

    /** The most characters that Lex accepts. */
    int MAX_CHARACTERS = 1024;

    /** An input. */
    record Text(String text) implements BotInput {

        /** Without the text, so that no log line holds it. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** An input that Lex refuses: the action fails. */
    record Refused(String reason) implements BotInput {}

    /** No input, as attachments and events are: the bot waits on. */
    record None() implements BotInput {}

    /** The input that the content of a message is, by its content type. */
    static BotInput of(String contentType, String content) {
        return ContentTypes.OF_INPUT.contains(contentType) ? of(content) : new None();
    }

    /** The first input, from {@code LexInitializationData}: a longer text is cut (rule F59). */
    static String initial(String text) {
        return isTooLong(text) ? text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS)) : text;
    }

    private static BotInput of(String text) {
        if (text.isEmpty()) {
            return new Refused("Lex refuses an empty input");
        }
        return isTooLong(text)
                ? new Refused("Lex refuses an input of more than " + MAX_CHARACTERS + " characters")
                : new Text(text);
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MAX_CHARACTERS;
    }

    /** The content types of messages that are inputs. */
    final class ContentTypes {

        private static final Set<String> OF_INPUT = Set.of(
                "text/plain",
                "text/markdown",
                "application/json",
                "application/vnd.amazonaws.connect.message.interactive.response");

        private ContentTypes() {}
    }
}
