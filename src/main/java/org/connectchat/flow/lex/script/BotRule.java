package org.connectchat.flow.lex.script;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a scripted bot (rule F69). It closes the dialog with an {@code intent}, unless {@code elicit} or {@code fail}
 * is true.
 *
 * <p>In messages, slots and session attributes {@code {input}} is the input, and {@code {1}} what the first group of the
 * regular expression matched; {@code {0}} is the whole match.
 *
 * @param when the inputs that the rule fits
 * @param messages the messages of the bot, each a text or a template
 * @param intent the name of the intent of the reply; required unless {@code elicit} or {@code fail} is true
 * @param slots the values of the intent's slots, by their names
 * @param sessionAttributes session attributes that the reply adds to those of the session
 * @param elicit whether the dialog goes on and the bot waits for the next input
 * @param fail whether the bot fails: the intent has the state {@code Failed}
 * @param delay the time before the reply, on the emulator's clock
 */
public record BotRule(
        @Nullable When when,
        List<ScriptMessage> messages,
        @Nullable String intent,
        Map<String, String> slots,
        Map<String, String> sessionAttributes,
        @Nullable Boolean elicit,
        @Nullable Boolean fail,
        @Nullable Duration delay) {

    public BotRule(
            @Nullable When when,
            @Nullable List<ScriptMessage> messages,
            @Nullable String intent,
            @Nullable Map<String, String> slots,
            @Nullable Map<String, String> sessionAttributes,
            @Nullable Boolean elicit,
            @Nullable Boolean fail,
            @Nullable Duration delay) {
        this.when = when;
        this.messages = messages == null ? List.of() : List.copyOf(messages);
        this.intent = intent;
        this.slots = inOrder(slots);
        this.sessionAttributes = inOrder(sessionAttributes);
        this.elicit = elicit;
        this.fail = fail;
        this.delay = delay;
    }

    /**
     * The inputs that a rule fits: those for which every given member holds. At least one must be given.
     *
     * @param exact the input is this text
     * @param contains the input contains this text
     * @param regex this regular expression, in the syntax of RE2, matches a part of the input
     * @param initial whether the input is the first one, from {@code LexInitializationData}, or one of the customer
     * @param any true fits every input
     */
    public record When(
            @Nullable String exact,
            @Nullable String contains,
            @Nullable String regex,
            @Nullable Boolean initial,
            @Nullable Boolean any) {}

    boolean elicits() {
        return Boolean.TRUE.equals(elicit);
    }

    boolean fails() {
        return Boolean.TRUE.equals(fail);
    }

    private static Map<String, String> inOrder(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
