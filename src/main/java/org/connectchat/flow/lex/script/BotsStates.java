package org.connectchat.flow.lex.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.state.SavedBots;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/** Scripts of bots, as a document of state has them. */
final class BotsStates {

    private BotsStates() {}

    static List<SavedBots.Bot> save(Map<String, BotScript> scripts) {
        return scripts.entrySet().stream()
                .map(bot -> new SavedBots.Bot(
                        bot.getKey(),
                        bot.getValue().rules().stream().map(BotsStates::save).toList()))
                .toList();
    }

    private static SavedBots.Rule save(BotRule rule) {
        return new SavedBots.Rule(
                save(rule.when()),
                rule.messages().stream().map(SavedMessages::save).toList(),
                rule.intent(),
                rule.slots(),
                rule.sessionAttributes(),
                rule.elicit(),
                rule.fail(),
                rule.delay());
    }

    private static SavedBots.@Nullable When save(BotRule.@Nullable When when) {
        return when == null
                ? null
                : new SavedBots.When(when.exact(), when.contains(), when.regex(), when.initial(), when.any());
    }

    /** The scripts of bots, compiled, in their order. */
    static List<CompiledScript> compile(List<SavedBots.Bot> saved, StatePath path) {
        List<CompiledScript> compiled = new ArrayList<>();
        for (SavedBots.Bot bot : saved) {
            StatePath at = path.index(compiled.size());
            try {
                List<BotRule> rules = new ArrayList<>();
                for (SavedBots.Rule rule : bot.rules()) {
                    rules.add(rule(rule, at.member("rules").index(rules.size())));
                }
                compiled.add(CompiledScript.of(bot.name(), new BotScript(rules)));
            } catch (WrongBotScript e) {
                throw (e.path().isEmpty() ? at : at.member(e.path())).wrong(e.reason());
            }
        }
        return compiled;
    }

    private static BotRule rule(SavedBots.Rule saved, StatePath path) {
        SavedBots.When when = saved.when();
        return new BotRule(
                when == null
                        ? null
                        : new BotRule.When(when.exact(), when.contains(), when.regex(), when.initial(), when.any()),
                SavedMessages.read(saved.messages(), path.member("messages")),
                saved.intent(),
                saved.slots(),
                saved.sessionAttributes(),
                saved.elicit(),
                saved.fail(),
                saved.delay());
    }
}
