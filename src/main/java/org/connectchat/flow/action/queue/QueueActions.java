package org.connectchat.flow.action.queue;

import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.Routing;

/** The action types of this package. */
public final class QueueActions {

    private QueueActions() {}

    /** One of each type. */
    public static List<ActionType> all(Queues queues, HoursCatalogue hours, QueueLines lines, Routing routing) {
        ChosenQueue chosen = new ChosenQueue(queues);
        return List.of(
                new CheckHoursOfOperation(hours),
                new CheckMetricData(chosen, routing),
                new DequeueContactAndTransferToQueue(chosen),
                new GetMetricData(chosen, routing, lines),
                new TransferContactToAgent(),
                new TransferContactToQueue(),
                new UpdateContactRoutingBehavior(),
                new UpdateContactRoutingCriteria(),
                new UpdateContactTargetQueue(chosen));
    }
}
