package org.connectchat.kit.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scripted Lex bots. */
public final class Bots {

    private final Transport transport;

    Bots(Transport transport) {
        this.transport = transport;
    }

    /** The bots. */
    public List<Bot> list() {
        return transport.get(Found.class, "/bots").bots();
    }

    /** Adds a bot, or replaces it; the first rule that fits an input replies. */
    public Bot put(String name, Rule... rules) {
        return transport.put(Bot.class, Transport.path("/bots/{}", name), Map.of("rules", List.of(rules)));
    }

    /** Removes a bot. */
    public void remove(String name) {
        transport.delete(Transport.path("/bots/{}", name));
    }

    /** What a bot does with an input. */
    public static final class Rule extends Members<Rule> {

        private Rule(Input when) {
            with("when", when);
        }

        /** A rule for these inputs. */
        public static Rule when(Input input) {
            return new Rule(input);
        }

        /** What the bot says: texts, or templates as maps. */
        public Rule says(Object... messages) {
            return with("messages", List.of(messages));
        }

        /** The intent that the bot closes with. */
        public Rule intent(String intent) {
            return with("intent", intent);
        }

        /** The slots of the intent. */
        public Rule slots(Map<String, String> slots) {
            return with("slots", slots);
        }

        /** Session attributes that the reply adds. */
        public Rule sessionAttributes(Map<String, String> attributes) {
            return with("sessionAttributes", attributes);
        }

        /** The bot waits for the next input. */
        public Rule elicit() {
            return with("elicit", true);
        }

        /** The intent has failed. */
        public Rule fail() {
            return with("fail", true);
        }

        /** The time before the reply, on the emulator's clock. */
        public Rule delay(Duration delay) {
            return with("delay", delay);
        }
    }

    /** Inputs; each member that is set must fit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Input(
            @Nullable String exact,
            @Nullable String contains,
            @Nullable String regex,
            @Nullable Boolean initial,
            @Nullable Boolean any) {

        /** This text. */
        public static Input exact(String text) {
            return new Input(text, null, null, null, null);
        }

        /** Texts that contain this one. */
        public static Input contains(String text) {
            return new Input(null, text, null, null, null);
        }

        /** Texts that match a regular expression in the syntax of RE2. */
        public static Input regex(String regex) {
            return new Input(null, null, regex, null, null);
        }

        /** The begin of the dialog, before the customer has written. */
        public static Input begin() {
            return new Input(null, null, null, true, null);
        }

        /** Any input. */
        public static Input anything() {
            return new Input(null, null, null, null, true);
        }
    }

    /** A bot. */
    public record Bot(String name, List<Reply> rules) {}

    /** A rule of a bot as the emulator has it. */
    public record Reply(
            Input when,
            @Nullable List<Object> messages,
            @Nullable String intent,
            @Nullable Map<String, String> slots,
            @Nullable Map<String, String> sessionAttributes,
            @Nullable Boolean elicit,
            @Nullable Boolean fail,
            @Nullable Duration delay) {}

    record Found(List<Bot> bots) {}
}
