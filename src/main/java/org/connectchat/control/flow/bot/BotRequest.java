package org.connectchat.control.flow.bot;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.flow.lex.script.BotRule;
import org.connectchat.flow.lex.script.BotScript;

/** The script of a bot (rule F69). */
@Schema(
        name = "BotRequest",
        description = "The script of a bot.",
        example =
                "{\"rules\": [{\"when\": {\"contains\": \"order\"}, \"messages\": [\"How many?\"], \"elicit\": true}, "
                        + "{\"when\": {\"regex\": \"([0-9]+)\"}, \"messages\": [\"{1} it is.\"], \"intent\": \"OrderFlowers\", "
                        + "\"slots\": {\"number\": \"{1}\"}}]}")
record BotRequest(
        @Schema(description = "The rules, in the order in which they are tried") @NotNull @Size(max = 1000)
        List<@NotNull @Valid BotRuleView> rules) {

    /**
     * The script.
     *
     * @throws ControlProblem if a message is neither a text nor a template
     */
    BotScript toScript() {
        List<FieldProblem> problems = new ArrayList<>();
        List<BotRule> converted = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            converted.add(rules.get(i).toRule("rules[" + i + "]", problems));
        }
        if (!problems.isEmpty()) {
            throw ControlProblem.badFields(problems);
        }
        return new BotScript(converted);
    }
}
