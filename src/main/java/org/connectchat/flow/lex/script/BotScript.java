package org.connectchat.flow.lex.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scripted bot (rule F69). The first rule that fits an input replies; if none fits, the bot closes with the intent
 * {@code FallbackIntent}.
 *
 * @param rules the rules, in their order
 */
public record BotScript(List<BotRule> rules) {

    public BotScript(@Nullable List<BotRule> rules) {
        this.rules = rules == null ? List.of() : List.copyOf(rules);
    }
}
