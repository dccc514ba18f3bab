package org.connectchat.flow.lex;

import java.util.List;
import org.connectchat.flow.lex.script.ScriptReply;
import org.connectchat.flow.lex.script.ScriptedBot;

/** A turn with a scripted bot (rule F69). */
final class ScriptedTurn {

    private ScriptedTurn() {}

    static BotTurn of(ScriptedBot bot, BotRequest request) {
        ScriptReply reply =
                bot.reply(request.sessionId(), request.text(), request.initial(), request.sessionAttributes());
        List<BotMessage> messages = reply.messages().stream()
                .filter(content -> !content.isEmpty())
                .map(BotMessage::payload)
                .toList();
        LexRoot lex = new LexRoot()
                .intent(reply.intent(), reply.slots())
                .sessionAttributes(reply.sessionAttributes())
                .dialogState(
                        switch (reply.outcome()) {
                            case ELICITS -> "ElicitIntent";
                            case CLOSES -> "Fulfilled";
                            case FAILS -> "Failed";
                        });
        Dialog dialog = switch (reply.outcome()) {
            case ELICITS -> Dialog.GOES_ON;
            case CLOSES -> Dialog.OVER;
            case FAILS -> Dialog.FAILED;
        };
        return BotTurns.bounded(new BotTurn.Spoken(messages, dialog, reply.intent(), lex.build(), reply.delay()));
    }
}
