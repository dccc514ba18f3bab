package org.connectchat.flow.run;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.flow.action.ContactFlowData;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.log.FlowLog;
import org.connectchat.flow.log.FlowLogEntry;
import org.jspecify.annotations.Nullable;

/**
 * All that flows are to one chat, from its beginning to its end: the run that goes on, the queue that the contact is in,
 * the agent that whispers are for, and the log. It is guarded by the lock of the chat.
 */
public final class ContactFlow implements ChatFlow {

    /** The approximate bytes of a flow that waits. */
    private static final long WEIGHT = 1_200;

    private final ContactParts parts;
    private final RunnableFlow first;
    private final Runs runs;
    private final Whispers whispers;
    private final FlowLog log = new FlowLog();
    private final Set<String> admitted = new HashSet<>(2);
    private boolean begun;
    private boolean ended;

    ContactFlow(Chat chat, RunnableFlow first, FlowServices services, FlowDriver driver) {
        this.parts = ContactParts.of(chat, services, driver);
        this.first = first;
        this.runs = new Runs(services);
        this.whispers = new Whispers(services, () -> driver.whispersTooLong(chat));
        chat.memory().hold(WEIGHT);
    }

    /** What flows have set for the contact and its successors. */
    public ContactFlowData data() {
        return parts.data();
    }

    /** The actions that the chat has run, oldest first; the latest 500. */
    public List<FlowLogEntry> log() {
        return log.entries();
    }

    FlowLog logbook() {
        return log;
    }

    boolean hasBegun() {
        return begun || ended;
    }

    Runs runs() {
        return runs;
    }

    QueuePlace place() {
        return parts.place();
    }

    /** Whether the flow has come to its end, and the chat is to end. */
    boolean isEnding() {
        return runs.isEnding() && !ended;
    }

    RunChat chat(ChatState state) {
        return new RunChat(state, parts, runs.hearsAlone());
    }

    @Override
    public void opened(ChatState state) {
        if (parts.driver().beginsAtTheStart()) {
            begin(state);
        }
    }

    @Override
    public void customerConnected(ChatState state) {
        begin(state);
    }

    private void begin(ChatState state) {
        if (!begun && !ended) {
            begun = true;
            run(state, RunKind.INBOUND, first);
        }
    }

    private void run(ChatState state, RunKind kind, @Nullable RunnableFlow flow) {
        runs.begin(kind, flow);
        Participant agent = whispers.agent();
        FlowRun begun = runs.current();
        if (begun != null && kind.isWhisper() && agent != null) {
            begun.data()
                    .set(
                            "Agent",
                            Whispers.describe(
                                    state.contact(), agent, parts.services().account()));
        }
        parts.driver().wake(parts.chat());
    }

    @Override
    public boolean hides(ChatMessage message) {
        return runs.hides(message);
    }

    @Override
    public void customerSent(ChatState state, ChatItem item) {
        tell(state, (pending, step) -> pending.message(step, item));
    }

    @Override
    public void customParticipantLeft(ChatState state) {
        tell(state, Pending::customParticipantLeft);
    }

    private void tell(ChatState state, BiFunction<Pending, Step, @Nullable Outcome> event) {
        if (runs.tell(chat(state), event)) {
            parts.driver().wake(parts.chat());
        }
    }

    @Override
    public boolean agentConnects(ChatState state, Participant agent) {
        if (admitted.remove(agent.id())) {
            return false;
        }
        if (whispers.isFor(agent)) {
            return true;
        }
        begun = true; // a flow that has not begun does not begin any more (rule F45)
        boolean whispered = whispers.agent() == null
                && !chat(state).isPresent(AGENT)
                && begin(state, agent, parts.flow(Hook.AGENT_WHISPER), parts.flow(Hook.CUSTOMER_WHISPER));
        if (!whispered && whispers.agent() == null) {
            run(state, RunKind.INBOUND, null);
            place().leave();
        }
        return whispered;
    }

    private boolean begin(
            ChatState state, Participant agent, @Nullable RunnableFlow agents, @Nullable RunnableFlow customers) {
        if (agents == null && customers == null) {
            return false;
        }
        whispers.begin(parts.chat().sessionId(), agent);
        if (agents == null) {
            place().leave();
            run(state, RunKind.CUSTOMER_WHISPER, customers);
        } else {
            place().keepFor(agent);
            run(state, RunKind.AGENT_WHISPER, agents);
        }
        return true;
    }

    @Override
    public void agentLeft(ChatState state, Participant agent) {
        boolean wasAboutToJoin = admitted.remove(agent.id());
        if (whispers.isFor(agent)) {
            whispers.end();
            wasAboutToJoin = true;
        }
        if (wasAboutToJoin) {
            backToTheQueue(state, agent);
        }
        if (place().releases(agent, state.contact())) {
            parts.driver().assignAgents();
        }
    }

    /** Rule F44: the contact waits again as if the agent had not come. */
    private void backToTheQueue(ChatState state, Participant agent) {
        state.set(state.contact().givenUpBy(agent.id()));
        place().enterAgain(state.contact());
        run(state, RunKind.QUEUE, place().isQueued() ? parts.flow(Hook.CUSTOMER_QUEUE) : null);
        parts.driver().assignAgents();
    }

    /** Rule F44: the whispers have taken too long; returns the agent, who has to leave, or null if they are over. */
    @Nullable
    Participant giveUpWhispers() {
        if (whispers.agent() != null) {
            runs.breakOff();
        }
        return whispers.agent();
    }

    @Override
    public boolean continuesAfter(DisconnectReason reason) {
        return parts.flow(Hook.CUSTOMER_REMAINING) != null;
    }

    @Override
    public void customerRemains(ChatState state) {
        whispers.end();
        admitted.clear();
        leaveQueueAndAgent();
        run(state, RunKind.DISCONNECT, parts.flow(Hook.CUSTOMER_REMAINING));
    }

    private void leaveQueueAndAgent() {
        boolean left = place().leave();
        if (place().release(parts.chat().sessionId()) || left) {
            parts.driver().assignAgents();
        }
    }

    @Override
    public void ended(ChatState state) {
        ended = true;
        log.close();
        whispers.end();
        runs.breakOff();
        leaveQueueAndAgent();
    }

    /** Takes the next turn of the run. */
    Turn turn(ChatState state) {
        FlowRun current = runs.current();
        if (current == null || ended) {
            return new Turn.Idle();
        }
        Turn turn =
                runs.turn(chat(state), (flow, done, outcome, next) -> note(state.contact(), flow, done, outcome, next));
        if (turn instanceof Turn.Over over) {
            return over(state, current.kind(), over);
        }
        if (turn instanceof Turn.Queued) {
            run(state, RunKind.QUEUE, parts.flow(Hook.CUSTOMER_QUEUE));
            parts.driver().assignAgents();
            return new Turn.Again();
        }
        return turn;
    }

    private Turn over(ChatState state, RunKind kind, Turn.Over over) {
        runs.breakOff();
        return switch (kind) {
            case INBOUND, DISCONNECT -> end(over.reason());
            case QUEUE -> over.disconnects() ? end(over.reason()) : new Turn.Idle();
            case AGENT_WHISPER -> afterAgentWhisper(state);
            case CUSTOMER_WHISPER -> join();
        };
    }

    private Turn end(DisconnectReason reason) {
        runs.end(reason);
        return new Turn.End(reason);
    }

    private Turn afterAgentWhisper(ChatState state) {
        place().leave();
        RunnableFlow customers = parts.flow(Hook.CUSTOMER_WHISPER);
        if (customers == null) {
            return join();
        }
        run(state, RunKind.CUSTOMER_WHISPER, customers);
        return new Turn.Again();
    }

    private Turn join() {
        Participant agent = whispers.end();
        if (agent == null) {
            return new Turn.Idle();
        }
        admitted.add(agent.id());
        return new Turn.Join(agent);
    }

    private void note(Contact contact, RunnableFlow flow, Activity done, Outcome outcome, @Nullable String next) {
        Instant now = parts.services().clock().instant();
        log.add(Outcomes.entry(log.nextNumber(), contact, now, flow, done, outcome, next, data()), contact.memory());
    }
}
