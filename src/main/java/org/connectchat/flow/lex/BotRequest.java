package org.connectchat.flow.lex;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input for a bot.
 *
 * @param instanceId the instance of the contact; null if it is not known
 * @param sessionId the id of the contact (rule F62)
 * @param localeId the language of the contact, such as {@code en_US}; a hyphen is taken too
 * @param text the input, 1 to 1,024 characters
 * @param initial whether the input is the first one, from {@code LexInitializationData}
 * @param sessionAttributes the attributes with which the session begins, in the first call of an action; null in later ones
 */
public record BotRequest(
        BotName bot,
        @Nullable String instanceId,
        String sessionId,
        String localeId,
        String text,
        boolean initial,
        @Nullable Map<String, String> sessionAttributes) {

    /** Without the text and the attributes, so that no log line holds them. */
    @Override
    public String toString() {
        return "BotRequest[" + sessionId + "]";
    }
}
