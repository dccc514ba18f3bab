package org.connectchat.flow.action.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.lex.BotInput;
import org.connectchat.flow.lex.BotName;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.lex.BotTurn;
import org.jspecify.annotations.Nullable;

/**
 * The dialog of a customer with a bot (rule F59). It waits for the customer, calls the bot and writes the bot's messages,
 * until the bot is done. Messages that the customer sends meanwhile wait in a queue. The lock of the chat guards it.
 */
final class Dialogue {

    static final String TIME_LIMIT_EXCEEDED = "InputTimeLimitExceeded";

    private final Function<BotRequest, BotTurn> bots;
    private final BotName bot;
    private final @Nullable Duration timeout;
    private final Deque<BotInput> inputs = new ArrayDeque<>(2);

    /** The session attributes of the first call; null for the calls after it (rule F61). */
    private @Nullable Map<String, String> sessionAttributes;

    /**
     * @param bots takes a turn with a bot; may block
     * @param timeout how long the bot waits for the customer; null for no limit
     */
    Dialogue(
            Function<BotRequest, BotTurn> bots,
            BotName bot,
            Map<String, String> sessionAttributes,
            @Nullable Duration timeout) {
        this.bots = bots;
        this.bot = bot;
        this.sessionAttributes = Map.copyOf(sessionAttributes);
        this.timeout = timeout;
    }

    /** Begins with an input of the flow, or, if that is null, waits for the customer. */
    Outcome begin(Step step, @Nullable String initialInput) {
        return initialInput == null ? next(step) : call(step, BotInput.initial(initialInput), true);
    }

    private Outcome next(Step step) {
        BotInput input = inputs.poll();
        if (input != null) {
            return take(step, input);
        }
        return new Outcome.Waiting(
                new Listening(timeout == null ? null : step.now().plus(timeout)));
    }

    private Outcome take(Step step, BotInput input) {
        if (input instanceof BotInput.Text text) {
            return call(step, text.text(), false);
        }
        return Outcome.failure(
                input instanceof BotInput.Refused refused ? refused.reason() : "The customer has sent no text");
    }

    private Outcome call(Step step, String text, boolean initial) {
        BotRequest request = new BotRequest(
                bot,
                step.chat().contact().id(),
                step.chat().languageCode().replace('-', '_'),
                text,
                initial,
                sessionAttributes);
        sessionAttributes = null;
        return new Outcome.Waiting(new Calling(request));
    }

    private Outcome after(Step step, BotTurn turn) {
        if (turn instanceof BotTurn.Spoken spoken) {
            return spoken.delay().isZero()
                    ? say(step, spoken)
                    : new Outcome.Waiting(new Delaying(spoken, step.now().plus(spoken.delay())));
        }
        return Outcome.failure(turn instanceof BotTurn.Failed failed ? failed.reason() : "The bot has not replied");
    }

    /** Changes nothing if there is no memory for the messages, so that it can be called again. */
    private Outcome say(Step step, BotTurn.Spoken turn) {
        List<ChatMessage> messages = turn.messages().stream()
                .map(message -> new ChatMessage(message.contentType(), message.content()))
                .toList();
        step.chat().sayAsBot(messages);
        step.data().set("Lex", turn.lex());
        return switch (turn.dialog()) {
            case GOES_ON -> next(step);
            case OVER -> new Outcome.Result(turn.intentName(), null);
            case FAILED ->
                Outcome.failure(
                        turn.intentName() == null
                                ? "The bot has failed"
                                : "The intent " + turn.intentName() + " has failed");
        };
    }

    private static @Nullable BotInput input(ChatItem item) {
        String contentType = item.contentType();
        String content = item.content();
        BotInput input = item.type() != ChatItem.Type.MESSAGE || contentType == null || content == null
                ? new BotInput.None()
                : BotInput.of(contentType, content);
        return input instanceof BotInput.None ? null : input;
    }

    /** Waits for the next input. */
    private final class Listening implements Pending {

        private final @Nullable Instant until;

        Listening(@Nullable Instant until) {
            this.until = until;
        }

        @Override
        public String waitsFor() {
            return "the next message of the customer to the bot " + bot.names().get(0);
        }

        @Override
        public @Nullable Instant until() {
            return until;
        }

        @Override
        public Outcome due(Step step) {
            return Outcome.failure(TIME_LIMIT_EXCEEDED, "The customer has sent no message to the bot in time");
        }

        @Override
        public @Nullable Outcome message(Step step, ChatItem item) {
            BotInput input = input(item);
            return input == null ? null : take(step, input);
        }
    }

    /** Queues what the customer sends meanwhile. */
    private abstract class Busy implements Pending {

        @Override
        public @Nullable Outcome message(Step step, ChatItem item) {
            BotInput input = input(item);
            if (input != null) {
                inputs.add(input);
            }
            return null;
        }
    }

    /** Waits for the bot. */
    private final class Calling extends Busy {

        private final BotRequest request;

        Calling(BotRequest request) {
            this.request = request;
        }

        @Override
        public String waitsFor() {
            return "the bot " + bot.names().get(0);
        }

        @Override
        public Work work() {
            return () -> {
                BotTurn turn = bots.apply(request);
                return step -> after(step, turn);
            };
        }
    }

    /** Waits for the delay of a scripted bot before the bot's messages are written (rule F69). */
    private final class Delaying extends Busy {

        private final BotTurn.Spoken turn;
        private final Instant until;

        Delaying(BotTurn.Spoken turn, Instant until) {
            this.turn = turn;
            this.until = until;
        }

        @Override
        public String waitsFor() {
            return "the delay of the bot " + bot.names().get(0);
        }

        @Override
        public Instant until() {
            return until;
        }

        @Override
        public Outcome due(Step step) {
            return say(step, turn);
        }
    }
}
