package org.connectchat.flow.lex.script;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.flow.lex.script.BotRule.When;
import org.connectchat.flow.lex.script.ScriptReply.Outcome;
import org.jspecify.annotations.Nullable;

/** A rule that has been checked, with its regular expression and its messages ready for use. */
record CompiledRule(BotRule rule, When when, @Nullable LinearRegex regex, List<String> messages) {

    private static final Duration MAX_DELAY = Duration.ofDays(7);
    private static final int MAX_MESSAGES = 10;

    static CompiledRule of(@Nullable BotRule rule, String path) {
        if (rule == null) {
            throw new WrongBotScript(path, "must be a rule");
        }
        When when = checked(rule.when(), path + ".when");
        LinearRegex regex = when.regex() == null ? null : LinearRegex.of(when.regex(), path + ".when.regex");
        checkOutcome(rule, path);
        checkMessages(rule, path + ".messages");
        List<String> messages =
                rule.messages().stream().map(ScriptMessage::content).toList();
        if (regex != null) {
            checkGroups(rule, messages, regex.groups(), path);
        }
        return new CompiledRule(rule, when, regex, messages);
    }

    private static When checked(@Nullable When when, String path) {
        if (when == null
                || Stream.of(when.exact(), when.contains(), when.regex(), when.initial(), when.any())
                        .allMatch(Objects::isNull)) {
            throw new WrongBotScript(path, "must have at least one of exact, contains, regex, initial and any");
        }
        if (Boolean.FALSE.equals(when.any())) {
            throw new WrongBotScript(path + ".any", "must be true or absent");
        }
        return when;
    }

    private static void checkOutcome(BotRule rule, String path) {
        if (rule.elicits() && rule.fails()) {
            throw new WrongBotScript(path + ".fail", "must not be true together with elicit");
        }
        if (rule.intent() == null
                ? !rule.elicits() && !rule.fails()
                : rule.intent().isBlank()) {
            throw new WrongBotScript(
                    path + ".intent", "must name the intent to close with, unless elicit or fail is true");
        }
        Duration delay = rule.delay();
        if (delay != null && (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0)) {
            throw new WrongBotScript(path + ".delay", "must be from 0s to 7d");
        }
    }

    private static void checkMessages(BotRule rule, String path) {
        if (rule.messages().size() > MAX_MESSAGES) {
            throw new WrongBotScript(path, "must have at most " + MAX_MESSAGES + " messages");
        }
        for (int i = 0; i < rule.messages().size(); i++) {
            if (!rule.messages().get(i).isComplete()) {
                throw new WrongBotScript(
                        path + "[" + i + "]", "must be a text, or a template with templateType and data");
            }
        }
    }

    private static void checkGroups(BotRule rule, List<String> messages, int groups, String path) {
        Stream.of(messages, rule.slots().values(), rule.sessionAttributes().values())
                .flatMap(texts -> texts.stream())
                .mapToInt(Substitution::highestGroup)
                .filter(group -> group > groups)
                .findFirst()
                .ifPresent(group -> {
                    throw new WrongBotScript(
                            path + ".when.regex",
                            "must have the group {" + group + "} that the rule refers to, but has only " + groups
                                    + " groups");
                });
    }

    /** The reply to an input, or null if the rule does not fit it. */
    @Nullable
    ScriptReply reply(String input, boolean initial, Map<String, String> sessionAttributes) {
        boolean fits = (when.exact() == null || input.equals(when.exact()))
                && (when.contains() == null || input.contains(when.contains()))
                && (when.initial() == null || when.initial() == initial);
        List<String> groups = regex == null ? List.of() : regex.match(input);
        return fits && groups != null ? reply(new Substitution(input, groups), sessionAttributes) : null;
    }

    private ScriptReply reply(Substitution values, Map<String, String> sessionAttributes) {
        Map<String, String> attributes = new LinkedHashMap<>(sessionAttributes);
        attributes.putAll(substituted(rule.sessionAttributes(), values));
        return new ScriptReply(
                messages.stream().map(values::inMessage).toList(),
                rule.fails() ? Outcome.FAILS : rule.elicits() ? Outcome.ELICITS : Outcome.CLOSES,
                rule.intent(),
                substituted(rule.slots(), values),
                attributes,
                Objects.requireNonNullElse(rule.delay(), Duration.ZERO));
    }

    private static Map<String, String> substituted(Map<String, String> texts, Substitution values) {
        Map<String, String> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, values.inText(text)));
        return all;
    }
}
