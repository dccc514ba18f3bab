package org.connectchat.flow.action.queue;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.action.course.CourseActions;
import org.connectchat.flow.hours.Hours;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.shape.ActionShape;

/** A chat whose flows have the action types of queues and of the course of a flow. */
final class QueueChat {

    /** Sets the queue flow of the contact. */
    private record SetQueueFlow() implements ActionType {

        @Override
        public ActionShape shape() {
            return ActionShape.of();
        }

        @Override
        public Outcome run(Step step) {
            step.chat().data().setHook(Hook.CUSTOMER_QUEUE, step.fixed("Flow"));
            return Outcome.success();
        }
    }

    /** A type of this package, which is made when the chat has its queues. */
    private final class Late implements ActionType {

        private final String name;

        Late(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ActionShape shape() {
            return ActionShape.of();
        }

        @Override
        public Outcome run(Step step) {
            return types.stream()
                    .filter(type -> type.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .run(step);
        }
    }

    final FlowFixture fixture;
    private final List<ActionType> types;

    QueueChat(List<Queue> queues, List<Hours> hours) {
        List<ActionType> all = new ArrayList<>(CourseActions.all(null));
        QueueActions.all(null, null, null, null).forEach(type -> all.add(new Late(type.name())));
        all.add(new SetQueueFlow());
        fixture = new FlowFixture(all);
        types = QueueActions.all(new Queues(queues), new HoursCatalogue(hours), fixture.lines, fixture.routing);
    }

    static QueueChat withoutConfiguration() {
        return new QueueChat(List.of(), List.of());
    }

    FlowFixture run(String json) {
        return fixture.flow("f", json).startAndConnect("f");
    }
}
