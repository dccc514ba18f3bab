package org.connectchat.flow.action.message;

import org.connectchat.flow.action.Step;
import org.connectchat.flow.lex.BotName;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads which bot an action names: {@code LexV2Bot}, or {@code LexBot} for one of Lex V1. */
final class BotNames {

    private static final String V2 = "LexV2Bot";
    private static final String V1 = "LexBot";
    private static final String ALIAS_ARN = "AliasArn";
    private static final String NAME = "Name";

    private BotNames() {}

    static ActionShape shape(ActionShape of) {
        return of.object(V2, ActionShape.of().text(ALIAS_ARN).required(ALIAS_ARN))
                .object(V1, ActionShape.of().text(NAME, "Region", "Alias").required(NAME))
                .oneRequired(V2, V1);
    }

    /** The bot; null if the action names none, or two. */
    static @Nullable BotName of(Step step) {
        JsonNode v2 = step.tree(V2);
        JsonNode v1 = step.tree(V1);
        if (v2 != null && v1 == null && isSet(v2, ALIAS_ARN)) {
            return new BotName.V2(text(v2, ALIAS_ARN));
        }
        return v1 != null && v2 == null && isSet(v1, NAME)
                ? new BotName.V1(text(v1, NAME), text(v1, "Region"), text(v1, "Alias"))
                : null;
    }

    private static boolean isSet(JsonNode bot, String name) {
        return !text(bot, name).isEmpty();
    }

    private static String text(JsonNode bot, String name) {
        return bot.path(name).asString("");
    }
}
