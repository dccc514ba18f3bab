package org.connectchat.flow.action.queue;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.QueueMetrics;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.shape.ActionShape;

/**
 * Fills {@code $.Metrics} with the metrics of a queue (rule F73).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-getmetricdata.html">GetMetricData</a>
 */
final class GetMetricData implements ActionType {

    private static final String VOICE = "Voice";
    private static final String CHAT = "Chat";
    private static final ActionShape SHAPE = ActionShape.of()
            .single("QueueId", "AgentId")
            .singleWord("QueueChannel", VOICE, CHAT)
            .atMostOneOf("QueueId", "AgentId")
            .errors(NO_MATCHING_ERROR);

    private final ChosenQueue chosen;
    private final Routing routing;
    private final QueueLines lines;

    GetMetricData(ChosenQueue chosen, Routing routing, QueueLines lines) {
        this.chosen = chosen;
        this.routing = routing;
        this.lines = lines;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        String channel = step.has("QueueChannel") ? step.single("QueueChannel") : CHAT;
        if (!VOICE.equalsIgnoreCase(channel) && !CHAT.equalsIgnoreCase(channel)) {
            return Outcome.failure("QueueChannel must be Voice or Chat");
        }
        return chosen.orTarget(step, queue -> {
            step.data()
                    .set("Metrics", MetricsTree.of(step, metrics(step, queue, VOICE.equalsIgnoreCase(channel)), lines));
            return Outcome.success();
        });
    }

    /** The emulator has no calls, so all metrics of voice are 0. */
    private QueueMetrics metrics(Step step, Queue queue, boolean isVoice) {
        return isVoice
                ? QueueMetrics.none(queue)
                : routing.metrics(step.chat().contact().instanceId(), queue);
    }
}
