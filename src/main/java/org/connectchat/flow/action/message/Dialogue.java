package org.connectchat.flow.action.message;

import java.time.Duration;
import java.time.Instant;
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
import org.connectchat.flow.state.SavedDialogue;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;
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
    private final BotInputs inputs = new BotInputs();

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

    /** What the dialog waited for when its chat was saved. */
    static Pending resume(Function<BotRequest, BotTurn> bots, SavedDialogue saved, StatePath path) {
        BotName bot = SavedDialogues.bot(saved.bot(), path.member("bot"));
        Map<String, String> attributes = saved.sessionAttributes();
        Long seconds = saved.timeoutSeconds();
        Dialogue dialogue = new Dialogue(
                bots,
                bot,
                attributes == null ? Map.of() : attributes,
                seconds == null ? null : SavedDialogues.timeout(seconds, path.member("timeoutSeconds")));
        if (attributes == null) {
            dialogue.sessionAttributes = null;
        }
        dialogue.inputs.addAll(SavedDialogues.inputs(saved.inputs(), path.member("inputs")));
        return dialogue.waiting(saved, path);
    }

    private Pending waiting(SavedDialogue saved, StatePath path) {
        if (saved.call() != null) {
            path.member("turn").require(saved.turn() == null, "must be absent beside a call");
            return new Calling(SavedDialogues.request(saved.call(), bot));
        }
        if (saved.turn() != null) {
            return new Delaying(
                    SavedDialogues.turn(saved.turn(), path.member("turn")),
                    path.member("until").given(saved.until()));
        }
        path.member("inputs").require(inputs.isEmpty(), "must be empty while the bot waits for the customer");
        return new Listening(saved.until());
    }

    private SavedWait save(@Nullable Instant until, @Nullable BotRequest call, BotTurn.@Nullable Spoken turn) {
        return SavedWait.of(new SavedDialogue(
                SavedDialogues.save(bot),
                timeout == null ? null : timeout.toSeconds(),
                inputs.save(),
                sessionAttributes,
                until,
                call == null ? null : SavedDialogues.save(call),
                turn == null ? null : SavedDialogues.save(turn)));
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
                step.chat().contact().instanceId(),
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
        public SavedWait save() {
            return Dialogue.this.save(until, null, null);
        }

        @Override
        public Outcome due(Step step) {
            return Outcome.failure(TIME_LIMIT_EXCEEDED, "The customer has sent no message to the bot in time");
        }

        @Override
        public @Nullable Outcome message(Step step, ChatItem item) {
            BotInput input = BotInputs.of(item);
            return input == null ? null : take(step, input);
        }
    }

    /** Queues what the customer sends meanwhile. */
    private abstract class Busy implements Pending {

        @Override
        public @Nullable Outcome message(Step step, ChatItem item) {
            inputs.add(item);
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

        /** The bot is called again after a load. */
        @Override
        public SavedWait save() {
            return Dialogue.this.save(null, request, null);
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
        public SavedWait save() {
            return Dialogue.this.save(until, null, turn);
        }

        @Override
        public Outcome due(Step step) {
            return say(step, turn);
        }
    }
}
