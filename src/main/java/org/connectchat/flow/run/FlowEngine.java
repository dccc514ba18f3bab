package org.connectchat.flow.run;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.execution.Turn;
import org.connectchat.flow.routing.Assignment;
import org.connectchat.flow.thread.FlowTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the flows of all chats. Each action is one step under the lock of its chat; between two actions the lock is free,
 * and what has happened meanwhile is heard first (rule F82). What must not be done under the lock is done here.
 */
public final class FlowEngine implements FlowDriver {

    private static final Logger LOG = LoggerFactory.getLogger(FlowEngine.class);

    private final FlowServices services;
    private final ChatEndings endings;
    private final ChatPresence presence;
    private final AgentArrivals arrivals;
    private final FlowTasks tasks;
    private final boolean atTheStart;

    FlowEngine(
            FlowServices services,
            ChatEndings endings,
            ChatPresence presence,
            AgentArrivals arrivals,
            FlowTasks tasks,
            boolean atTheStart) {
        this.services = services;
        this.endings = endings;
        this.presence = presence;
        this.arrivals = arrivals;
        this.tasks = tasks;
        this.atTheStart = atTheStart;
    }

    /** The flow of a chat that begins with it. */
    public ContactFlow flowOf(Chat chat, RunnableFlow first) {
        return new ContactFlow(chat, first, services, this);
    }

    @Override
    public boolean beginsAtTheStart() {
        return atTheStart;
    }

    @Override
    public void wake(Chat chat) {
        tasks.drive(chat.contact().instanceId(), () -> finish(chat, () -> drive(chat)));
    }

    /** Does a part of what was begun for a chat, and tells those who wait for the last one. */
    private static void finish(Chat chat, Runnable part) {
        try {
            part.run();
        } finally {
            with(chat, (flow, state) -> flow.work().end()).forEach(Runnable::run);
        }
    }

    /** Tells, once, when the flow of a chat has done what it has begun: at once if it has begun nothing. */
    public void whenSettled(Chat chat, Runnable told) {
        if (!with(chat, (flow, state) -> flow.work().await(told))) {
            told.run();
        }
    }

    @Override
    public void assignAgents() {
        tasks.drive(FlowTasks.ALL, arrivals::assign);
    }

    @Override
    public void offered(Assignment offer) {
        arrivals.offered(offer);
    }

    /** Agents go on after a load, soon, on another thread. */
    void resumeAgents() {
        tasks.drive(FlowTasks.ALL, arrivals::resume);
    }

    FlowServices services() {
        return services;
    }

    /** Runs the actions of a chat until it waits or is over. Several threads may do so; the lock of the chat orders them. */
    private void drive(Chat chat) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = carryOut(chat, with(chat, ContactFlow::turn));
        }
    }

    /** Takes a step with the flow of a chat, under the lock of the chat. */
    private static <T> T with(Chat chat, BiFunction<ContactFlow, ChatState, T> step) {
        return chat.locked(state -> {
            if (state.flow() instanceof ContactFlow flow) {
                return step.apply(flow, state);
            }
            throw new IllegalStateException(chat + " has no flow");
        });
    }

    /** Does what a turn asks for; returns whether the flow may go on at once. */
    private boolean carryOut(Chat chat, Turn turn) {
        if (turn instanceof Turn.ToDo toDo) {
            begin(chat);
            tasks.call(chat.contact().instanceId(), () -> finish(chat, () -> work(chat, toDo)));
        } else if (turn instanceof Turn.NeedsMemory needed) {
            makeRoom(chat, needed);
        } else if (turn instanceof Turn.End end) {
            endings.end(
                    chat,
                    FlowEngine::isEnding,
                    end.reason(),
                    services.clocks().now(chat.contact().instanceId()),
                    null);
        } else if (turn instanceof Turn.Join join) {
            join(chat.contact(), join.agent());
        }
        return turn instanceof Turn.Again || turn instanceof Turn.NeedsMemory || turn instanceof Turn.Join;
    }

    private static void begin(Chat chat) {
        with(chat, (flow, state) -> {
            flow.work().begin();
            return flow;
        });
    }

    private static boolean isEnding(ChatState state) {
        return state.flow() instanceof ContactFlow flow && flow.isEnding();
    }

    private void makeRoom(Chat chat, Turn.NeedsMemory needed) {
        Contact contact = chat.contact();
        if (services.memory().takes(contact, needed.bytes())) {
            contact.memory().giveBack(needed.bytes());
        } else {
            services.memory().refused();
            with(chat, (flow, state) -> {
                flow.runs().fail(flow.chat(state), "The memory for chats is full");
                return flow;
            });
        }
    }

    private void work(Chat chat, Turn.ToDo toDo) {
        Work.Completion completion = completion(toDo.work());
        Turn turn = complete(chat, toDo, completion);
        while (turn instanceof Turn.NeedsMemory needed) {
            makeRoom(chat, needed);
            turn = complete(chat, toDo, completion);
        }
        drive(chat);
    }

    private static Turn complete(Chat chat, Turn.ToDo toDo, Work.Completion completion) {
        return with(chat, (flow, state) -> flow.runs().complete(flow.chat(state), toDo, completion));
    }

    private static Work.Completion completion(Work work) {
        try {
            return work.run();
        } catch (RuntimeException e) {
            // A flow must not stand still because of it: the run lets the action fail, and logs it.
            return step -> {
                throw e;
            };
        }
    }

    /** The flow goes on in this thread, so that moments keep their order. */
    @Override
    public void due(Chat chat, long number) {
        goOn(chat, (flow, state) -> flow.runs().due(flow.chat(state), number));
    }

    @Override
    public void whispersTooLong(Chat chat) {
        Participant agent =
                chat.locked(state -> state.flow() instanceof ContactFlow flow ? flow.giveUpWhispers() : null);
        if (agent != null) {
            leave(chat.contact(), agent);
        }
    }

    private void leave(Contact contact, Participant agent) {
        try {
            presence.disconnect(new Seat(contact, agent));
        } catch (ChatRefused refused) {
            LOG.debug("contact={} the agent had left before: {}", contact.id(), refused.getMessage());
        }
    }

    private void join(Contact contact, Participant agent) {
        try {
            presence.connect(new Seat(contact, agent));
        } catch (ChatRefused refused) {
            LOG.debug("contact={} the agent had left before it joined: {}", contact.id(), refused.getMessage());
        }
    }

    /** Goes on without waiting any longer (rule F80); false if the flow of the chat does not wait. */
    public boolean goOn(Chat chat) {
        return goOn(chat, (flow, state) -> flow.runs().due(flow.chat(state)));
    }

    /** Returns whether the flow went on. */
    private boolean goOn(Chat chat, BiFunction<ContactFlow, ChatState, Turn> due) {
        begin(chat);
        AtomicReference<Turn> turn = new AtomicReference<>();
        finish(chat, () -> turn.set(goOnHere(chat, due)));
        return turn.get() instanceof Turn.Again;
    }

    private Turn goOnHere(Chat chat, BiFunction<ContactFlow, ChatState, Turn> due) {
        Turn turn = with(chat, due);
        while (turn instanceof Turn.NeedsMemory needed) {
            makeRoom(chat, needed);
            turn = with(chat, due);
        }
        drive(chat);
        return turn;
    }
}
