package org.connectchat.flow.action.message;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.lex.BotName;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.lex.BotTurn;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Connects the customer to a Lex bot until the bot is done (rule F59).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-connectparticipantwithlexbot.html">ConnectParticipantWithLexBot</a>
 */
final class ConnectParticipantWithLexBot implements ActionType {

    private static final String INITIALIZATION = "LexInitializationData";
    private static final String TIMEOUT = "LexTimeoutSeconds";

    private static final ActionShape SHAPE = BotNames.shape(Utterance.shape(ActionShape.of()))
            .object(INITIALIZATION, ActionShape.of().text("InitialMessage"))
            .textMap("LexSessionAttributes")
            .object(TIMEOUT, ActionShape.of().fixed("Text", BotTimeout.MIN_SECONDS, BotTimeout.MAX_SECONDS))
            .atMostOneOf(Utterance.names())
            .atLeastOneOf("Text", "SSML", "PromptId", "Media", INITIALIZATION)
            .errors("NoMatchingCondition", Outcome.NO_MATCHING_ERROR)
            .optionalErrors(Dialogue.TIME_LIMIT_EXCEEDED)
            .conditions(ConditionRule.EQUALS)
            .flowTypes(type -> !type.isHold() && !type.isWhisper());

    private final Function<BotRequest, BotTurn> bots;

    /** @param bots takes a turn with a bot; may block, must not throw */
    ConnectParticipantWithLexBot(Function<BotRequest, BotTurn> bots) {
        this.bots = bots;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.kind().isWhisper()
                || step.flow().type().isWhisper()
                || step.flow().type().isHold()) {
            return Outcome.failure("Whisper and hold flows cannot connect a bot");
        }
        BotName bot = BotNames.of(step);
        if (bot == null) {
            return Outcome.failure("Either LexV2Bot.AliasArn or LexBot.Name must have a value");
        }
        Utterance prompt = Utterance.of(step);
        if (prompt instanceof Utterance.Refused refused) {
            return Outcome.failure(refused.reason());
        }
        String initial = initialMessage(step);
        if (initial != null && initial.isEmpty()) {
            return Outcome.failure("LexInitializationData.InitialMessage has no value");
        }
        if (initial == null && prompt instanceof Utterance.None) {
            return Outcome.failure("Neither a text nor LexInitializationData.InitialMessage is set");
        }
        Long seconds = seconds(step);
        if (seconds != null && (seconds < BotTimeout.MIN_SECONDS || seconds > BotTimeout.MAX_SECONDS)) {
            return Outcome.failure(
                    "LexTimeoutSeconds.Text must be " + BotTimeout.MIN_SECONDS + " to " + BotTimeout.MAX_SECONDS);
        }
        Dialogue dialogue = new Dialogue(
                bots, bot, step.texts("LexSessionAttributes"), seconds == null ? null : Duration.ofSeconds(seconds));
        if (prompt instanceof Utterance.Text text) {
            step.chat().sayAsBot(List.of(new ChatMessage(ContentTypes.PLAIN, text.text())));
        }
        return dialogue.begin(step, initial);
    }

    @Override
    public Pending resume(SavedWait wait, StatePath path) {
        StatePath at = path.member("bot");
        return Dialogue.resume(bots, at.given(wait.bot()), at);
    }

    /** The input that the flow gives the bot (rule F39); null without the parameter, empty if it has no value. */
    private static @Nullable String initialMessage(Step step) {
        JsonNode data = step.tree(INITIALIZATION);
        return data == null ? null : data.path("InitialMessage").asString("");
    }

    /** How long the bot waits for the customer; null for no limit, 0 if the text is not a number. */
    private static @Nullable Long seconds(Step step) {
        JsonNode timeout = step.tree(TIMEOUT);
        JsonNode seconds = timeout == null ? null : timeout.get("Text");
        return seconds == null ? null : Seconds.of(seconds.asString(""));
    }
}
