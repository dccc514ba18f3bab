package org.connectchat.kit.client;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Controls an emulator: plays agents, moves the clock, adds faults, lists the calls that were made. Each group of calls
 * has a method here; {@code docs/cookbook.md} of the emulator says what the calls are good for. It can be used by many
 * threads, and needs no close; an {@link EventStream} does.
 */
public final class EmulatorClient {

    private final URI endpoint;
    private final @Nullable String token;
    private final Transport transport;

    /** A client of the emulator at this address, such as {@code http://localhost:8080}. */
    public EmulatorClient(URI endpoint) {
        this(endpoint, null);
    }

    /** A client that shows the token of {@code emulator.control.token}. */
    public EmulatorClient(URI endpoint, @Nullable String token) {
        this(endpoint, token, new Confinement(null));
    }

    private EmulatorClient(URI endpoint, @Nullable String token, Confinement confinement) {
        this.endpoint = endpoint;
        this.token = token;
        this.transport = new Transport(endpoint, token, confinement);
    }

    /**
     * A client whose calls concern one instance alone, so that tests can run in parallel on one emulator. Its clock, settings,
     * queues, hours, agents and bots are those of the instance; faults, stubs, calls and events are those that name it; and a
     * reset removes what belongs to the instance, and nothing else. Calls that name a contact are as they were.
     */
    public EmulatorClient ofInstance(String instanceId) {
        return new EmulatorClient(endpoint, token, new Confinement(instanceId));
    }

    /** The address of the emulator, which is also the endpoint for clients of AWS. */
    public URI endpoint() {
        return endpoint;
    }

    /** Removes all chats, faults and recorded calls, and restores clock and settings. Returns how many chats there were. */
    public int reset() {
        return transport.post(Reset.class, "/reset", Map.of()).chats();
    }

    /**
     * Resets, and lets ids and tokens follow from a seed; {@code emulator.ids.seedable} must be true. Returns how many chats
     * there were.
     */
    public int reset(long seed) {
        return transport.post(Reset.class, "/reset", Map.of("seed", seed)).chats();
    }

    /** Removes what belongs to one instance, and nothing else. Returns how many chats there were. */
    public int reset(String instanceId) {
        return transport
                .post(Reset.class, "/reset", Map.of("instanceId", instanceId))
                .chats();
    }

    /** Lets an agent join a chat; it is there at once. */
    public Agent joinAsAgent(String contactId, String displayName) {
        return joinAsAgent(contactId, new Agent.Invitation(displayName));
    }

    /** Lets an agent join a chat, or offers the chat to it. */
    public Agent joinAsAgent(String contactId, Agent.Invitation invitation) {
        return Agent.join(transport, Transport.path("/contacts/{}/agents", contactId), invitation);
    }

    /** Contacts with their transcripts. */
    public Contacts contacts() {
        return new Contacts(transport);
    }

    /** The calls of AWS operations that were made. */
    public Calls calls() {
        return new Calls(transport);
    }

    /** The contact events that EventBridge would get. */
    public ContactEvents contactEvents() {
        return new ContactEvents(transport);
    }

    /** Follows all that changes from now on; close the stream when you need it no longer. */
    public EventStream follow() {
        return follow(new EventStream.Filter());
    }

    /** Follows what changes from now on; close the stream when you need it no longer. */
    public EventStream follow(EventStream.Filter filter) {
        return new EventStream(transport.open("/events", filter));
    }

    /** The clock by which chats end. */
    public Clock clock() {
        return new Clock(transport);
    }

    /** Errors, delays and broken connections. */
    public Faults faults() {
        return new Faults(transport);
    }

    /** Flows, and where those of chats stand. */
    public Flows flows() {
        return new Flows(transport);
    }

    /** Outcomes that actions of flows get instead of their own. */
    public Stubs stubs() {
        return new Stubs(transport);
    }

    /** Queues. */
    public Queues queues() {
        return new Queues(transport);
    }

    /** Hours of operation. */
    public Hours hours() {
        return new Hours(transport);
    }

    /** Agents that take contacts from queues by themselves. */
    public StandingAgents standingAgents() {
        return new StandingAgents(transport);
    }

    /** Scripted Lex bots. */
    public Bots bots() {
        return new Bots(transport);
    }

    /** What became of streamed messages. */
    public Streamings streamings() {
        return new Streamings(transport);
    }

    /** Settings that can be changed while the emulator runs. */
    public Settings settings() {
        return new Settings(transport);
    }

    /** The seed of ids and tokens. */
    public Ids ids() {
        return new Ids(transport);
    }

    /** All chats as one document. */
    public State state() {
        return new State(transport);
    }

    record Reset(int chats) {}
}
