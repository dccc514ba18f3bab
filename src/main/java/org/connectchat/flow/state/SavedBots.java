package org.connectchat.flow.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The scripted bots, and the session attributes of dialogs that go on.
 *
 * @param bots all that exist; null if they are those of the configuration
 * @param ofInstances all that each instance has of its own, by its id; null if none has any
 * @param sessions the one that was used longest ago first
 */
public record SavedBots(
        @Nullable List<Bot> bots, @Nullable Map<String, List<Bot>> ofInstances, List<Session> sessions) {

    /** A bot. */
    public record Bot(String name, List<Rule> rules) {}

    /**
     * A rule of a bot.
     *
     * @param messages texts, and objects with templateType, data and optionally version
     */
    public record Rule(
            @Nullable When when,
            List<JsonNode> messages,
            @Nullable String intent,
            Map<String, String> slots,
            Map<String, String> sessionAttributes,
            @Nullable Boolean elicit,
            @Nullable Boolean fail,
            @Nullable Duration delay) {}

    /** The inputs that a rule fits. */
    public record When(
            @Nullable String exact,
            @Nullable String contains,
            @Nullable String regex,
            @Nullable Boolean initial,
            @Nullable Boolean any) {}

    /**
     * The session attributes of a dialog.
     *
     * @param instanceId the instance of the dialog; null if it is not known
     */
    public record Session(String bot, @Nullable String instanceId, String sessionId, Map<String, String> attributes) {

        /** Without the attributes, which may be about a customer. */
        @Override
        public String toString() {
            return "Session[" + bot + ", " + sessionId + "]";
        }
    }
}
