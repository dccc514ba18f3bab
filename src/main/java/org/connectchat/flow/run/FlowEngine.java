package org.connectchat.flow.run;

import java.util.concurrent.Executor;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the flows of all chats. Each action is one step under the lock of its chat; between two actions the lock is free,
 * and what has happened meanwhile is heard first (rule F82). What must not be done under the lock is done here.
 */
public final class FlowEngine {

    private static final Logger LOG = LoggerFactory.getLogger(FlowEngine.class);

    private final FlowServices services;
    private final ChatEndings endings;
    private final ChatPresence presence;
    private final AgentArrivals arrivals;
    private final Executor driver;
    private final Executor caller;
    private final boolean atTheStart;

    FlowEngine(
            FlowServices services,
            ChatEndings endings,
            ChatPresence presence,
            AgentArrivals arrivals,
            Executor driver,
            Executor caller,
            boolean atTheStart) {
        this.services = services;
        this.endings = endings;
        this.presence = presence;
        this.arrivals = arrivals;
        this.driver = driver;
        this.caller = caller;
        this.atTheStart = atTheStart;
    }

    /** The flow of a chat that begins with it. */
    public ContactFlow flowOf(Chat chat, RunnableFlow first) {
        return new ContactFlow(chat, first, services, this);
    }

    /** Rule F38: whether a flow begins when its contact is created, and not when the customer connects. */
    boolean beginsAtTheStart() {
        return atTheStart;
    }

    /** Lets a flow go on soon, on another thread. */
    void wake(ContactFlow flow) {
        driver.execute(() -> drive(flow));
    }

    /** Gives waiting contacts to agents soon, on another thread. */
    void assignAgents() {
        driver.execute(arrivals::assign);
    }

    /** Runs the actions of a flow until it waits or is over. Several threads may do so; the lock of the chat orders them. */
    private void drive(ContactFlow flow) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = carryOut(flow, flow.chat().locked(flow::turn));
        }
    }

    /** Does what a turn asks for; returns whether the flow may go on at once. */
    private boolean carryOut(ContactFlow flow, Turn turn) {
        if (turn instanceof Turn.ToDo toDo) {
            caller.execute(() -> work(flow, toDo));
        } else if (turn instanceof Turn.NeedsMemory needed) {
            makeRoom(flow, needed);
        } else if (turn instanceof Turn.End end) {
            endings.end(
                    flow.chat(),
                    state -> flow.isEnding(),
                    end.reason(),
                    services.clock().instant(),
                    null);
        } else if (turn instanceof Turn.Join join) {
            join(flow.chat().contact(), join.agent());
        }
        return turn instanceof Turn.Again || turn instanceof Turn.NeedsMemory;
    }

    private void makeRoom(ContactFlow flow, Turn.NeedsMemory needed) {
        Contact contact = flow.chat().contact();
        if (services.memory().takes(contact, needed.bytes())) {
            contact.memory().giveBack(needed.bytes());
        } else {
            services.memory().refused();
            flow.chat().locked(state -> flow.fail(state, "The memory for chats is full"));
        }
    }

    private void work(ContactFlow flow, Turn.ToDo toDo) {
        Work.Completion completion = completion(toDo.work());
        Turn turn = flow.chat().locked(state -> flow.complete(state, toDo.number(), completion));
        while (turn instanceof Turn.NeedsMemory needed) {
            makeRoom(flow, needed);
            turn = flow.chat().locked(state -> flow.complete(state, toDo.number(), completion));
        }
        drive(flow);
    }

    private static Work.Completion completion(Work work) {
        try {
            return work.run();
        } catch (RuntimeException e) {
            // A flow must not stand still because of it: the action fails.
            LOG.error("The work of an action failed", e);
            return step -> Outcome.failure("An internal error: " + e.getClass().getSimpleName());
        }
    }

    /** The moment has come that an action waits for; the flow goes on in this thread, so that moments keep their order. */
    void due(ContactFlow flow, long number) {
        flow.chat().locked(state -> flow.due(state, number));
        drive(flow);
    }

    /** Rule F44: whispers have taken two minutes. The agent leaves, and the contact waits again. */
    void whispersTooLong(ContactFlow flow) {
        Participant agent = flow.chat().locked(flow::backToTheQueue);
        if (agent != null) {
            leave(flow.chat().contact(), agent);
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
    public boolean goOn(ContactFlow flow) {
        boolean waited = flow.chat().locked((ChatState state) -> flow.goOn(state));
        drive(flow);
        return waited;
    }
}
