package org.connectchat.flow.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.participation.NewAgent;
import org.connectchat.chat.session.ChatFlows;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.ActionTypes;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.execution.RunServices;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.offer.OfferDeadlines;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.flow.stub.Stubs;
import org.connectchat.flow.thread.FlowTasks;
import org.connectchat.testkit.MutableClock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * One chat with flows, on a clock that only the test moves. What flows do on other threads, they do here in the thread of
 * the test, before each method returns.
 */
public final class FlowFixture {

    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    public static final String INSTANCE_ID = "an-instance";

    public final MutableClock clock = new MutableClock(START);
    public final Stubs stubs = new Stubs();
    public final QueueLines lines = new QueueLines();
    public final StandingAgents standingAgents = new StandingAgents(lines, List.of());
    private final Clocks clocks = new Clocks(clock);
    public final Routing routing = new Routing(lines, standingAgents, clocks::now);
    private final TestFlows flows = new TestFlows();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final FlowTasks threads = new QueuedTasks(tasks);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Deadlines deadlines;
    private final FlowEngine engine;
    private String contactId;

    /** How standing agents join; a test may act before and after it. */
    AgentJoin joining;

    public FlowFixture(Collection<? extends ActionType> types) {
        this(types, false);
    }

    public FlowFixture(Collection<? extends ActionType> types, boolean atTheStart) {
        this(fixture -> types, atTheStart);
    }

    /** For types that need beans of the domain. */
    public FlowFixture(Function<FlowFixture, Collection<? extends ActionType>> types) {
        this(types, false);
    }

    private FlowFixture(Function<FlowFixture, Collection<? extends ActionType>> types, boolean atTheStart) {
        context.registerBean("clocks", Clocks.class, () -> clocks);
        context.registerBean("deadlines", Deadlines.class, () -> new Deadlines(clocks));
        context.registerBean("memoryBudget", MemoryBudget.class, () -> new MemoryBudget(1L << 30));
        context.registerBean("catalogue", Catalogue.class, () -> new Catalogue(Map.of()));
        context.registerBean("flows", ChatFlows.class, () -> this::find);
        context.scan("org.connectchat.chat");
        context.refresh();
        deadlines = context.getBean(Deadlines.class);
        AccountSettings account = new AccountSettings("us-east-1", "000000000000");
        OfferDeadlines offers = new OfferDeadlines(deadlines);
        FlowServices services = new FlowServices(
                clocks,
                context.getBean(ChatItemFactory.class),
                context.getBean(IdGenerator.class),
                context.getBean(ChatMemory.class),
                account,
                new ContactRoots(account),
                context.getBean(ActiveChats.class),
                new RunServices(new ActionTypes(List.copyOf(types.apply(this))), stubs, deadlines),
                flows,
                lines,
                routing,
                offers,
                new Feed<>());
        joining = context.getBean(Agents.class)::join;
        AgentArrivals arrivals = new AgentArrivals(
                store(), (sessionId, agent, waits) -> joining.join(sessionId, agent, waits), routing, offers);
        engine = new FlowEngine(
                services,
                context.getBean(ChatEndings.class),
                context.getBean(ChatPresence.class),
                arrivals,
                threads,
                atTheStart);
    }

    private ChatFlows.KnownFlow find(String instanceId, String contactFlowId) {
        RunnableFlow flow = flows.flow(instanceId, contactFlowId, null);
        return flow == null ? null : chat -> engine.flowOf(chat, flow);
    }

    /** Adds a flow of type CONTACT_FLOW. */
    public FlowFixture flow(String id, String json) {
        return flow(id, FlowType.CONTACT_FLOW, json);
    }

    public FlowFixture flow(String id, FlowType type, String json) {
        flows.add(id, type, json);
        return this;
    }

    public FlowFixture module(String id, String json) {
        flows.add(id, FlowType.MODULE, json);
        return this;
    }

    /** Starts the chat on a flow; its customer has not connected. */
    public FlowFixture start(String flowId) {
        return start(flowId, Map.of(), List.of(ContentTypes.PLAIN), null);
    }

    public FlowFixture start(
            String flowId, Map<String, String> attributes, List<String> contentTypes, ChatMessage initialMessage) {
        return start(flowId, attributes, contentTypes, initialMessage, null);
    }

    private FlowFixture start(
            String flowId, Map<String, String> attributes, List<String> types, ChatMessage initial, Origin origin) {
        contactId = context.getBean(ChatContactService.class)
                .start(new StartChatCommand(
                        INSTANCE_ID,
                        flowId,
                        "Ada",
                        attributes,
                        Map.of("connect:Subtype", SegmentAttributeValue.of("connect:Chat")),
                        types,
                        initial,
                        null,
                        origin,
                        null,
                        null,
                        null,
                        List.of(),
                        null))
                .contactId();
        return settle();
    }

    /** Starts the chat on a flow, from another contact; its customer has not connected. */
    public FlowFixture startFrom(Origin origin, String flowId) {
        return start(flowId, Map.of(), List.of(ContentTypes.PLAIN), null, origin);
    }

    /** Starts the chat on a flow and connects its customer. */
    public FlowFixture startAndConnect(String flowId) {
        return start(flowId).connect();
    }

    public FlowFixture connect() {
        presence().connect(customer());
        return settle();
    }

    public FlowFixture customerSays(String text) {
        return customerSends(new ChatMessage(ContentTypes.PLAIN, text));
    }

    public FlowFixture customerSends(ChatMessage message) {
        context.getBean(ChatParticipants.class).send(customer(), message, null);
        return settle();
    }

    /** An agent joins, as by the control API. */
    public Seat agentJoins(String displayName) {
        Seat seat = context.getBean(Agents.class).join(contactId, new NewAgent(displayName, displayName, true));
        settle();
        return seat;
    }

    public FlowFixture leaves(Seat seat) {
        presence().disconnect(seat);
        return settle();
    }

    /** Moves the clock and lets everything happen that has become due. */
    public FlowFixture after(Duration time) {
        clock.advance(time);
        deadlines.fireDue();
        return settle();
    }

    /** Runs what flows have left to other threads, until nothing is left. */
    public FlowFixture settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return this;
    }

    /** The tasks that {@link #settle} would run; a test may run them on threads of its own. */
    public Queue<Runnable> tasks() {
        return tasks;
    }

    /** The contact in which the chat goes on, or ended. */
    public Contact contact() {
        return store().byContact(contactId).contact();
    }

    public Seat customer() {
        Contact contact = contact();
        return new Seat(contact, contact.customer());
    }

    /** The contents of the messages of the flow, oldest first. */
    public List<String> said() {
        return items().stream()
                .filter(item -> item.author() != null && item.author().role() == ParticipantRole.SYSTEM)
                .map(ChatItem::content)
                .toList();
    }

    /** All items of the transcript, oldest first. */
    public List<ChatItem> items() {
        return store().byContact(contactId).transcript().stream()
                .map(TranscriptEntry::item)
                .toList();
    }

    /** The identifiers of the actions that have run, oldest first. */
    public List<String> path() {
        return log().stream().map(FlowLogEntry::identifier).toList();
    }

    public List<FlowLogEntry> log() {
        return contactFlow().log();
    }

    public ContactFlow contactFlow() {
        return store().byContact(contactId).locked(state -> (ContactFlow) state.flow());
    }

    public FlowEngine engine() {
        return engine;
    }

    public FlowInspector inspector() {
        return new FlowInspector(store(), lines, () -> engine, () -> threads);
    }

    public ChatPresence presence() {
        return context.getBean(ChatPresence.class);
    }

    public ChatStore store() {
        return context.getBean(ChatStore.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
