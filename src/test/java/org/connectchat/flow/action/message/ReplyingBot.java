package org.connectchat.flow.action.message;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.connectchat.flow.lex.BotMessage;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.lex.BotTurn;
import org.connectchat.flow.lex.Dialog;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A bot of a test, which has a turn for each input that the test names, and says back all other inputs. */
final class ReplyingBot implements Function<BotRequest, BotTurn> {

    private final Map<String, BotTurn> turns = new ConcurrentHashMap<>();
    private final List<BotRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Runnable meanwhile = () -> {};

    @Override
    public BotTurn apply(BotRequest request) {
        requests.add(request);
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        return turns.getOrDefault(
                request.text(), spoken(Dialog.GOES_ON, null, Duration.ZERO, "You say " + request.text()));
    }

    ReplyingBot on(String input, BotTurn turn) {
        turns.put(input, turn);
        return this;
    }

    /** What happens during the next turn. */
    void duringTheNextTurn(Runnable what) {
        meanwhile = what;
    }

    List<BotRequest> requests() {
        return requests;
    }

    List<String> inputs() {
        return requests.stream().map(BotRequest::text).toList();
    }

    static BotTurn.Spoken spoken(Dialog dialog, String intent, Duration delay, String... texts) {
        return spoken(
                dialog,
                intent,
                delay,
                Stream.of(texts).map(text -> new BotMessage("text/plain", text)).toList());
    }

    static BotTurn.Spoken spoken(Dialog dialog, String intent, Duration delay, List<BotMessage> messages) {
        ObjectNode lex = JsonNodeFactory.instance.objectNode();
        lex.put("IntentName", intent).putObject("Slots").put("City", "Paris");
        return new BotTurn.Spoken(messages, dialog, intent, lex, delay);
    }
}
