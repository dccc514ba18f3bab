package org.connectchat.flow.run;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOMER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatFlow;
import org.connectchat.chat.session.ChatState;
import org.jspecify.annotations.Nullable;

/**
 * All that flows are to one chat, from its beginning to its end: the run that goes on, the queue that the contact is in,
 * the agent that whispers are for, and the log. It is guarded by the lock of the chat.
 */
public final class ContactFlow implements ChatFlow {

    /** The approximate bytes of a flow that waits. */
    private static final long WEIGHT = 1_200;

    private final Chat chat;
    private final RunnableFlow first;
    private final FlowServices services;
    private final FlowEngine engine;
    private final String systemParticipantId;
    private final ContactFlowData data = new ContactFlowData();
    private final QueuePlace place;
    private final Whispers whispers;
    private final FlowLog log = new FlowLog();
    private final Set<String> admitted = new HashSet<>(2);
    private @Nullable FlowRun run;
    private @Nullable DisconnectReason ending;
    private boolean begun;
    private boolean ended;

    ContactFlow(Chat chat, RunnableFlow first, FlowServices services, FlowEngine engine) {
        this.chat = chat;
        this.first = first;
        this.services = services;
        this.engine = engine;
        this.systemParticipantId = services.ids().id();
        this.place = new QueuePlace(services, data);
        this.whispers = new Whispers(services, () -> engine.whispersTooLong(this));
        chat.memory().hold(WEIGHT);
    }

    Chat chat() {
        return chat;
    }

    FlowServices services() {
        return services;
    }

    FlowEngine engine() {
        return engine;
    }

    /** What flows have set for the contact and its successors. */
    public ContactFlowData data() {
        return data;
    }

    /** The actions that the chat has run, oldest first; the latest 500. */
    public List<FlowLogEntry> log() {
        return log.entries();
    }

    /** The run that goes on, or null. */
    @Nullable
    FlowRun run() {
        return run;
    }

    String systemParticipantId() {
        return systemParticipantId;
    }

    /** Rule F44: the role that alone hears the run, or null if all participants do. */
    @Nullable
    ParticipantRole hearsAlone() {
        FlowRun current = run;
        if (current == null || !current.kind().isWhisper()) {
            return null;
        }
        return current.kind() == RunKind.AGENT_WHISPER ? AGENT : CUSTOMER;
    }

    QueuePlace place() {
        return place;
    }

    /** Whether the flow has come to its end, and the chat is to end. */
    boolean isEnding() {
        return ending != null && !ended;
    }

    @Override
    public void opened(ChatState state) {
        if (engine.beginsAtTheStart()) {
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
        if (run != null) {
            run.breakOff();
        }
        ending = null;
        run = flow == null ? null : new FlowRun(kind, flow, services);
        Participant agent = whispers.agent();
        if (run != null && kind.isWhisper() && agent != null) {
            run.data().set("Agent", Whispers.describe(state.contact(), agent, services.account()));
        }
        engine.wake(this);
    }

    @Override
    public boolean hides(ChatMessage message) {
        Activity waiting = run == null ? null : run.waiting();
        Pending pending = waiting == null ? null : waiting.pending();
        return pending != null && pending.hides(message);
    }

    @Override
    public void customerSent(ChatState state, ChatItem item) {
        tell(state, (pending, step) -> pending.message(step, item));
    }

    @Override
    public void customParticipantLeft(ChatState state) {
        tell(state, Pending::customParticipantLeft);
    }

    private boolean tell(ChatState state, BiFunction<Pending, Step, @Nullable Outcome> event) {
        boolean goesOn = run != null && run.tell(chat(state), event);
        if (goesOn) {
            engine.wake(this);
        }
        return goesOn;
    }

    /** The work of an action is done. */
    Turn complete(ChatState state, long number, Work.Completion completion) {
        return run == null ? new Turn.Idle() : run.complete(chat(state), number, completion);
    }

    /** The moment has come that an action waits for. */
    ChatState due(ChatState state, long number) {
        if (run != null) {
            run.due(chat(state), number);
        }
        return state;
    }

    /** The action fails that is to run or that waits. */
    ChatState fail(ChatState state, String reason) {
        if (run != null) {
            run.fail(chat(state), reason);
        }
        return state;
    }

    /** Goes on without waiting any longer; false if nothing is waited for. */
    boolean goOn(ChatState state) {
        return tell(state, Pending::due);
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
                && begin(state, agent, flow(state, Hook.AGENT_WHISPER), flow(state, Hook.CUSTOMER_WHISPER));
        if (!whispered && whispers.agent() == null) {
            run(state, RunKind.INBOUND, null);
            place.leave();
        }
        return whispered;
    }

    private boolean begin(
            ChatState state, Participant agent, @Nullable RunnableFlow agents, @Nullable RunnableFlow customers) {
        if (agents == null && customers == null) {
            return false;
        }
        whispers.begin(chat.sessionId(), agent);
        if (agents == null) {
            place.leave();
            run(state, RunKind.CUSTOMER_WHISPER, customers);
        } else {
            run(state, RunKind.AGENT_WHISPER, agents);
        }
        return true;
    }

    /** The flow of a hook, or null. */
    private @Nullable RunnableFlow flow(ChatState state, Hook hook) {
        String id = data.hook(hook);
        return id == null ? null : services.source().flow(state.contact().instanceId(), id, null);
    }

    @Override
    public void agentLeft(ChatState state, Participant agent) {
        admitted.remove(agent.id());
        if (whispers.isFor(agent)) {
            backToTheQueue(state);
        }
        if (place.releases(agent, state.contact())) {
            engine.assignAgents();
        }
    }

    /** Rule F44: the contact waits again as if the agent had not come. Returns the agent, or null. */
    @Nullable
    Participant backToTheQueue(ChatState state) {
        Participant agent = whispers.end();
        if (agent != null && !ended) {
            place.enterAgain(state.contact());
            run(state, RunKind.QUEUE, place.isQueued() ? flow(state, Hook.CUSTOMER_QUEUE) : null);
            engine.assignAgents();
        }
        return agent;
    }

    @Override
    public boolean continuesAfter(DisconnectReason reason) {
        String id = data.hook(Hook.CUSTOMER_REMAINING);
        return id != null && services.source().flow(chat.contact().instanceId(), id, null) != null;
    }

    @Override
    public void customerRemains(ChatState state) {
        whispers.end();
        admitted.clear();
        leaveQueueAndAgent();
        run(state, RunKind.DISCONNECT, flow(state, Hook.CUSTOMER_REMAINING));
    }

    private void leaveQueueAndAgent() {
        boolean left = place.leave();
        if (place.release(chat.sessionId()) || left) {
            engine.assignAgents();
        }
    }

    @Override
    public void ended(ChatState state) {
        ended = true;
        whispers.end();
        if (run != null) {
            run.breakOff();
        }
        leaveQueueAndAgent();
    }

    FlowChat chat(ChatState state) {
        return new FlowChat(state, this);
    }

    /** Takes the next turn of the run. */
    Turn turn(ChatState state) {
        FlowRun current = run;
        if (current == null || ended || ending != null) {
            return new Turn.Idle();
        }
        Turn turn = current.turn(
                chat(state), (flow, done, outcome, next) -> note(state.contact(), flow, done, outcome, next));
        if (turn instanceof Turn.Over over) {
            return over(state, current.kind(), over);
        }
        if (turn instanceof Turn.Queued) {
            run(state, RunKind.QUEUE, flow(state, Hook.CUSTOMER_QUEUE));
            engine.assignAgents();
            return new Turn.Again();
        }
        return turn;
    }

    private Turn over(ChatState state, RunKind kind, Turn.Over over) {
        run = null;
        return switch (kind) {
            case INBOUND, DISCONNECT -> end(over.reason());
            case QUEUE -> over.disconnects() ? end(over.reason()) : new Turn.Idle();
            case AGENT_WHISPER -> afterAgentWhisper(state);
            case CUSTOMER_WHISPER -> join();
        };
    }

    private Turn end(DisconnectReason reason) {
        ending = reason;
        return new Turn.End(reason);
    }

    private Turn afterAgentWhisper(ChatState state) {
        place.leave();
        RunnableFlow customers = flow(state, Hook.CUSTOMER_WHISPER);
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
        log.add(Outcomes.entry(contact, services.clock().instant(), flow, done, outcome, next, data), contact.memory());
    }
}
