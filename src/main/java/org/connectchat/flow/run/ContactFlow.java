package org.connectchat.flow.run;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;

import java.time.Instant;
import java.util.List;
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
import org.connectchat.flow.execution.DoneAction;
import org.connectchat.flow.execution.FlowRun;
import org.connectchat.flow.execution.Turn;
import org.connectchat.flow.log.FlowLog;
import org.connectchat.flow.log.FlowLogEntry;
import org.jspecify.annotations.Nullable;

/**
 * All that flows are to one chat, from its beginning to its end: the run that goes on, the queue that the contact is in,
 * the agent that is about to join, and the log. It is guarded by the lock of the chat.
 */
public final class ContactFlow implements ChatFlow {

    /** The approximate bytes of a flow that waits. */
    private static final long WEIGHT = 1_200;

    private final ContactParts parts;
    private final RunnableFlow first;
    private final Runs runs;
    private final AgentEntry agents;
    private final FlowLog log;
    private boolean begun;
    private boolean ended;

    /** What was to be done without the lock when the chat was saved. */
    private List<Turn> again = List.of();

    private boolean hasTurn;

    ContactFlow(Chat chat, RunnableFlow first, FlowServices services, FlowDriver driver) {
        this(ContactParts.of(chat, services, driver), first, new FlowLog());
    }

    private ContactFlow(ContactParts parts, RunnableFlow first, FlowLog log) {
        this.parts = parts;
        this.first = first;
        this.runs = new Runs(parts);
        this.agents = new AgentEntry(parts, runs);
        this.log = log;
        parts.chat().memory().hold(WEIGHT);
    }

    /** A flow that was saved, which goes on from {@link #resume} on. */
    ContactFlow(LoadedFlow loaded) {
        this(loaded.parts(), loaded.first(), loaded.log());
        begun = loaded.begun();
        ended = loaded.ended();
        again = loaded.restore(runs, agents);
    }

    @Override
    public SavedChatFlow save(ChatState state) {
        return new SavingFlow(parts, first, begun, ended, runs, agents, log).save();
    }

    @Override
    public void resume(ChatState state) {
        place().resume(state.contact(), parts.driver());
        agents.resume();
        hasTurn = runs.resume(chat(state)) || !again.isEmpty();
    }

    /** Goes on soon, if there is something to do, after all chats have been loaded. */
    void goOn() {
        if (hasTurn && !ended) {
            hasTurn = false;
            parts.wake();
        }
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

    BegunWork work() {
        return parts.work();
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
            begin();
        }
    }

    @Override
    public void customerConnected(ChatState state) {
        begin();
    }

    private void begin() {
        if (!begun && !ended) {
            begun = true;
            runs.begin(RunKind.INBOUND, first);
        }
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
    public void routingChanged(ChatState state) {
        place().reorder(state.contact(), parts.driver());
    }

    @Override
    public void customParticipantLeft(ChatState state) {
        tell(state, Pending::customParticipantLeft);
    }

    private void tell(ChatState state, BiFunction<Pending, Step, @Nullable Outcome> event) {
        runs.tell(chat(state), event);
    }

    @Override
    public boolean agentConnects(ChatState state, Participant agent) {
        begun = true; // a flow that has not begun does not begin any more (rule F45)
        return agents.connects(state, agent, !chat(state).isPresent(AGENT));
    }

    @Override
    public void agentLeft(ChatState state, Participant agent) {
        agents.leaves(state, agent);
    }

    /** Rule F44: the whispers have taken too long; returns the agent, who has to leave, or null if they are over. */
    @Nullable
    Participant giveUpWhispers() {
        return agents.giveUpWhispers();
    }

    @Override
    public boolean continuesAfter(DisconnectReason reason) {
        return parts.flow(Hook.CUSTOMER_REMAINING) != null;
    }

    @Override
    public void customerRemains(ChatState state) {
        agents.cancel();
        runs.begin(RunKind.DISCONNECT, parts.flow(Hook.CUSTOMER_REMAINING));
    }

    @Override
    public void ended(ChatState state) {
        ended = true;
        log.close();
        runs.breakOff();
        agents.cancel();
    }

    /** Takes the next turn of the run. */
    Turn turn(ChatState state) {
        FlowRun current = runs.current();
        if (!ended && !again.isEmpty()) {
            Turn first = again.get(0);
            again = again.subList(1, again.size());
            return first;
        }
        if (current == null || ended) {
            return new Turn.Idle();
        }
        Turn turn = runs.turn(chat(state), done -> note(state.contact(), done));
        if (turn instanceof Turn.Over over) {
            return over(state, current.kind(), over);
        }
        if (turn instanceof Turn.Queued) {
            runs.begin(RunKind.QUEUE, parts.flow(Hook.CUSTOMER_QUEUE));
            parts.driver().assignAgents();
            return new Turn.Again();
        }
        return turn;
    }

    private Turn over(ChatState state, RunKind kind, Turn.Over over) {
        runs.breakOff();
        return switch (kind) {
            case INBOUND, DISCONNECT -> runs.end(over.reason());
            case QUEUE -> over.disconnects() ? runs.end(over.reason()) : new Turn.Idle();
            case AGENT_WHISPER, CUSTOMER_WHISPER -> agents.afterWhisper(state, kind);
        };
    }

    private void note(Contact contact, DoneAction done) {
        Instant now = parts.services().clocks().now(contact.instanceId());
        FlowLogEntry entry = Outcomes.entry(log.nextNumber(), contact, now, done, data());
        log.add(entry, contact.memory());
        parts.services().steps().publish(entry);
    }
}
