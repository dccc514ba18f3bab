package org.connectchat.flow.action.message;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.run.FlowFixture;

/** Chats whose flow connects a bot. */
final class BotChat {

    static final String BOT =
            "\"LexV2Bot\": {\"AliasArn\": \"arn:aws:lex:us-east-1:000000000000:bot-alias/TRIP/LIVE\"}";

    /** Every content type that a chat may negotiate. */
    static final List<String> ALL_TYPES = ContentTypes.NEGOTIABLE;

    private BotChat() {}

    static FlowFixture fixture(ReplyingBot bot) {
        return new FlowFixture(TalkFlow.with(new ConnectParticipantWithLexBot(bot)));
    }

    /** The customer is connected to a bot that has said its text; the intent "Book" has a condition. */
    static FlowFixture connect(ReplyingBot bot, String moreParameters) {
        return connect(bot, "{" + BOT + moreParameters + "}", null);
    }

    static FlowFixture connect(ReplyingBot bot, String parameters, ChatMessage initialMessage) {
        return fixture(bot)
                .flow("flow", flow(parameters))
                .start("flow", Map.of("name", "Ada"), ALL_TYPES, initialMessage)
                .connect();
    }

    static FlowFixture connect(ReplyingBot bot, FlowType type, String parameters) {
        return fixture(bot).flow("flow", type, flow(parameters)).startAndConnect("flow");
    }

    static String flow(String parameters) {
        return TalkFlow.saying(
                "ConnectParticipantWithLexBot",
                parameters,
                "InputTimeLimitExceeded",
                "Book",
                "To $.Lex.Slots.City by $.Lex.IntentName");
    }
}
