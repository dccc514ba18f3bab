package org.connectchat.flow.lex.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectchat.flow.lex.script.ScriptReply.Outcome;

/** A script that has been checked. */
record CompiledScript(String name, BotScript source, List<CompiledRule> rules) {

    private static final int MAX_RULES = 1_000;
    private static final String FALLBACK = "FallbackIntent";

    static CompiledScript of(String name, BotScript script) {
        if (script.rules().size() > MAX_RULES) {
            throw new WrongBotScript("rules", "must have at most " + MAX_RULES + " rules");
        }
        List<CompiledRule> rules = new ArrayList<>();
        for (BotRule rule : script.rules()) {
            rules.add(CompiledRule.of(rule, "rules[" + rules.size() + "]"));
        }
        return new CompiledScript(name, script, List.copyOf(rules));
    }

    ScriptReply reply(String input, boolean initial, Map<String, String> sessionAttributes) {
        return rules.stream()
                .map(rule -> rule.reply(input, initial, sessionAttributes))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new ScriptReply(
                        List.of(), Outcome.CLOSES, FALLBACK, Map.of(), sessionAttributes, Duration.ZERO));
    }
}
