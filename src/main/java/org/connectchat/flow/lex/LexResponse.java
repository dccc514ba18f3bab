package org.connectchat.flow.lex;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.flow.lex.BotTurn.Failed;
import org.connectchat.flow.lex.BotTurn.Spoken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lexruntimev2.model.DialogAction;
import software.amazon.awssdk.services.lexruntimev2.model.Intent;
import software.amazon.awssdk.services.lexruntimev2.model.Interpretation;
import software.amazon.awssdk.services.lexruntimev2.model.Message;
import software.amazon.awssdk.services.lexruntimev2.model.RecognizeTextResponse;
import software.amazon.awssdk.services.lexruntimev2.model.SentimentScore;
import software.amazon.awssdk.services.lexruntimev2.model.SessionState;

/**
 * Reads a response of RecognizeText (rules F63 to F65). Any member may be missing, as it comes from any server.
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_RecognizeText.html">RecognizeText</a>
 */
final class LexResponse {

    private static final Logger LOG = LoggerFactory.getLogger(LexResponse.class);

    private LexResponse() {}

    static BotTurn turn(RecognizeTextResponse response, AliasArn bot) {
        SessionState state = response.sessionState();
        if (state == null) {
            return new Failed("The response of the Lex endpoint has no sessionState");
        }
        Intent intent = state.intent();
        String name = intent == null ? null : intent.name();
        String intentState = intent == null ? null : intent.stateAsString();
        DialogAction action = state.dialogAction();
        String actionType = action == null ? null : action.typeAsString();
        Dialog dialog = dialog(intentState, actionType);
        LexRoot lex = new LexRoot()
                .intent(name, SlotValues.of(intent))
                .sessionAttributes(present(state.sessionAttributes()))
                .dialogState(
                        dialog == Dialog.GOES_ON ? actionType : Objects.requireNonNullElse(intentState, actionType));
        addInterpretations(lex, response.interpretations(), name);
        return BotTurns.bounded(
                new Spoken(messages(response.messages(), bot), dialog, name, lex.build(), Duration.ZERO));
    }

    /** Rule F64: the state of the intent counts before the type of the dialog action. */
    private static Dialog dialog(@Nullable String intentState, @Nullable String actionType) {
        if ("Failed".equals(intentState)) {
            return Dialog.FAILED;
        }
        return "Close".equals(actionType)
                        || "Fulfilled".equals(intentState)
                        || "ReadyForFulfillment".equals(intentState)
                ? Dialog.OVER
                : Dialog.GOES_ON;
    }

    /** Rule F63. */
    private static List<BotMessage> messages(List<Message> messages, AliasArn bot) {
        return messages.stream()
                .filter(Objects::nonNull)
                .flatMap(message -> message(message, bot))
                .toList();
    }

    private static Stream<BotMessage> message(Message message, AliasArn bot) {
        String content = message.content();
        switch (message.contentType() == null ? "" : message.contentType().name()) {
            case "PLAIN_TEXT" -> {
                return content == null || content.isEmpty() ? Stream.empty() : Stream.of(BotMessage.text(content));
            }
            case "CUSTOM_PAYLOAD" -> {
                return content == null || content.isEmpty() ? Stream.empty() : Stream.of(BotMessage.payload(content));
            }
            default -> {
                LOG.warn(
                        "The bot {} has sent a message of the type {}, which a chat does not show",
                        bot.botId(),
                        message.contentType());
                return Stream.empty();
            }
        }
    }

    private static void addInterpretations(LexRoot lex, List<Interpretation> interpretations, @Nullable String name) {
        boolean first = true;
        for (Interpretation interpretation : interpretations) {
            if (interpretation == null) {
                continue;
            }
            Double score = interpretation.nluConfidence() == null
                    ? null
                    : interpretation.nluConfidence().score();
            Intent intent = interpretation.intent();
            if (first) {
                lex.confidence(score);
                addSentiment(lex, interpretation);
            } else if (intent != null && intent.name() != null && !intent.name().equals(name)) {
                lex.alternative(intent.name(), SlotValues.of(intent), score);
            }
            first = false;
        }
    }

    private static void addSentiment(LexRoot lex, Interpretation interpretation) {
        if (interpretation.sentimentResponse() != null) {
            Map<String, Double> scores = new LinkedHashMap<>();
            SentimentScore score = interpretation.sentimentResponse().sentimentScore();
            if (score != null) {
                put(scores, "Positive", score.positive());
                put(scores, "Negative", score.negative());
                put(scores, "Neutral", score.neutral());
                put(scores, "Mixed", score.mixed());
            }
            lex.sentiment(interpretation.sentimentResponse().sentimentAsString(), scores);
        }
    }

    private static void put(Map<String, Double> scores, String name, @Nullable Double score) {
        if (score != null) {
            scores.put(name, score);
        }
    }

    private static Map<String, String> present(Map<String, String> attributes) {
        Map<String, String> present = new LinkedHashMap<>(attributes);
        present.values().removeIf(Objects::isNull);
        return present;
    }
}
