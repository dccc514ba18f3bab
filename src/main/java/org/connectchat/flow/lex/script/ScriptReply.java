package org.connectchat.flow.lex.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reply of a scripted bot to an input (rule F69).
 *
 * @param messages texts and the JSON of templates, in their order
 * @param outcome whether the dialog goes on
 * @param intent the name of the intent, or null if the bot elicits or fails without one
 * @param sessionAttributes all attributes of the session after this reply
 * @param delay the time before the reply, on the emulator's clock
 */
public record ScriptReply(
        List<String> messages,
        Outcome outcome,
        @Nullable String intent,
        Map<String, String> slots,
        Map<String, String> sessionAttributes,
        Duration delay) {

    /** Whether the dialog goes on, or how it ends. */
    public enum Outcome {
        /** The bot waits for the next input. */
        ELICITS,
        /** The intent is fulfilled. */
        CLOSES,
        /** The intent has failed. */
        FAILS
    }
}
