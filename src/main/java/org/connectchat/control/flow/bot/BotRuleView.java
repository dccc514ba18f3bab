package org.connectchat.control.flow.bot;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectchat.control.FieldProblem;
import org.connectchat.flow.lex.script.BotRule;
import org.connectchat.flow.lex.script.ScriptMessage;
import org.jspecify.annotations.Nullable;

/** A rule of a scripted bot. */
@Schema(
        name = "BotRule",
        description =
                "A rule of a scripted bot. In messages, slots and session attributes {input} is the input and {1} "
                        + "what the first group of the regular expression matched.")
record BotRuleView(
        @Schema(description = "The inputs that the rule fits") @NotNull @Valid
        When when,

        @Schema(
                description = "What the bot says: texts, or templates with templateType and data",
                example = "[\"How many?\"]")
        @Size(max = 10)
        @Nullable
        List<@NotNull Object> messages,

        @Schema(
                description = "The intent that the bot closes with; required unless elicit or fail is true",
                example = "OrderFlowers")
        @Size(min = 1, max = 100)
        @Nullable
        String intent,

        @Schema(description = "The slots of the intent", example = "{\"number\": \"{1}\"}") @Size(max = 100) @Nullable
        Map<String, @NotNull String> slots,

        @Schema(description = "Session attributes that the reply adds", example = "{\"colour\": \"red\"}")
        @Size(max = 100)
        @Nullable
        Map<String, @NotNull String> sessionAttributes,

        @Schema(description = "true: the bot waits for the next input", example = "false") @Nullable
        Boolean elicit,

        @Schema(description = "true: the intent has failed", example = "false") @Nullable
        Boolean fail,

        @Schema(description = "The time before the reply, on the emulator clock; at most 7 days", example = "PT1S")
        @Nullable
        Duration delay) {

    /** The inputs that a rule fits. */
    @Schema(name = "BotInput", description = "The inputs that a rule fits: those for which every given member holds.")
    record When(
            @Schema(description = "The input is this text", example = "order") @Size(max = 1024) @Nullable
            String exact,

            @Schema(description = "The input has this text in it", example = "order") @Size(max = 1024) @Nullable
            String contains,

            @Schema(
                    description = "This regular expression, in the syntax of RE2, matches a part of the input",
                    example = "([0-9]+)")
            @Nullable
            String regex,

            @Schema(
                    description = "true: the input is that of LexInitializationData; false: it is a message of the "
                            + "customer",
                    example = "false")
            @Nullable
            Boolean initial,

            @Schema(description = "true fits every input", example = "true") @Nullable
            Boolean any) {}

    static BotRuleView of(BotRule rule) {
        BotRule.When when = Objects.requireNonNull(rule.when());
        return new BotRuleView(
                new When(when.exact(), when.contains(), when.regex(), when.initial(), when.any()),
                rule.messages().stream().map(BotMessages::shown).toList(),
                rule.intent(),
                rule.slots(),
                rule.sessionAttributes(),
                rule.elicit(),
                rule.fail(),
                rule.delay());
    }

    BotRule toRule(String path, List<FieldProblem> problems) {
        List<Object> given = Objects.requireNonNullElse(messages, List.of());
        List<ScriptMessage> said = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ScriptMessage message = BotMessages.read(given.get(i));
            if (message == null) {
                problems.add(new FieldProblem(path + ".messages[" + i + "]", BotMessages.RULE));
            } else {
                said.add(message);
            }
        }
        return new BotRule(
                new BotRule.When(when.exact(), when.contains(), when.regex(), when.initial(), when.any()),
                said,
                intent,
                slots,
                sessionAttributes,
                elicit,
                fail,
                delay);
    }
}
