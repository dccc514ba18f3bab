package org.connectchat.control.flow.bot;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.flow.lex.script.BotScript;

/** The scripted bots. */
@Schema(name = "BotList", description = "The scripted bots.")
record BotList(@Schema(description = "The bots") List<Bot> bots) {

    @Schema(name = "Bot", description = "A scripted bot.")
    record Bot(
            @Schema(description = "The name of the bot", example = "OrderFlowers")
            String name,

            @Schema(description = "The rules, in the order in which they are tried")
            List<BotRuleView> rules) {

        static Bot of(String name, BotScript script) {
            return new Bot(name, script.rules().stream().map(BotRuleView::of).toList());
        }
    }
}
