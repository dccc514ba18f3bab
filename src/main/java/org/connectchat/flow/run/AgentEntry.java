package org.connectchat.flow.run;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.execution.Turn;
import org.connectchat.flow.state.SavedContactFlow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How agents come into a chat and leave it: they break its flow off, hear a whisper, take the contact out of its queue, let
 * the customer hear a whisper, and join (rules F43 to F45). It is guarded by the lock of the chat.
 */
final class AgentEntry {

    private final ContactParts parts;
    private final Runs runs;
    private final Whispers whispers;
    private final Set<String> admitted = new HashSet<>(2);

    AgentEntry(ContactParts parts, Runs runs) {
        this.parts = parts;
        this.runs = runs;
        this.whispers = new Whispers(parts.services(), () -> parts.driver().whispersTooLong(parts.chat()));
    }

    /**
     * An agent connects.
     *
     * @param alone whether no other agent is present
     * @return whether the agent joins later, when the whispers are over
     */
    boolean connects(ChatState state, Participant agent, boolean alone) {
        if (admitted.remove(agent.id())) {
            return false;
        }
        if (whispers.agent() != null) {
            return whispers.isFor(agent);
        }
        RunnableFlow agents = parts.flow(Hook.AGENT_WHISPER);
        RunnableFlow customers = parts.flow(Hook.CUSTOMER_WHISPER);
        if (alone && agents != null) {
            whispers.begin(parts.chat().contact(), agent);
            parts.place().keepFor(agent);
            whisper(state, agent, RunKind.AGENT_WHISPER, agents);
            return true;
        }
        parts.place().leaveToAgent();
        if (alone && customers != null) {
            whispers.begin(parts.chat().contact(), agent);
            whisper(state, agent, RunKind.CUSTOMER_WHISPER, customers);
            return true;
        }
        runs.begin(RunKind.INBOUND, null);
        return false;
    }

    SavedContactFlow.@Nullable Whispers saveWhispers() {
        return whispers.save();
    }

    /** The participants that the chat takes and that have not joined. */
    List<String> saveAdmitted() {
        return admitted.stream().sorted().toList();
    }

    /** Restores whispers that were saved. */
    void restore(Participant whispered, Instant until) {
        whispers.restore(parts.chat().contact(), whispered, until);
    }

    /** Takes a participant without whispers. */
    void admit(Participant agent) {
        admitted.add(agent.id());
    }

    void resume() {
        whispers.resume();
    }

    private void whisper(ChatState state, Participant agent, RunKind kind, RunnableFlow flow) {
        JsonNode described =
                Whispers.describe(state.contact(), agent, parts.services().account());
        runs.beginWhisper(kind, flow, described);
    }

    /** An agent leaves, whether it has joined or not. */
    void leaves(ChatState state, Participant agent) {
        boolean wasAboutToJoin = admitted.remove(agent.id());
        if (whispers.isFor(agent)) {
            whispers.end();
            wasAboutToJoin = true;
        }
        if (wasAboutToJoin) {
            backToTheQueue(state, agent);
        }
        if (parts.place().releases(agent, state.contact())) {
            parts.driver().assignAgents();
        }
    }

    /** Rule F44: the contact waits again as if the agent had not come. */
    private void backToTheQueue(ChatState state, Participant agent) {
        state.set(state.contact().givenUpBy(agent.id()));
        parts.place().enterAgain(state.contact());
        runs.begin(RunKind.QUEUE, parts.place().isQueued() ? parts.flow(Hook.CUSTOMER_QUEUE) : null);
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

    /** A whisper is over: the customer hears one after the agent, and then the agent joins. */
    Turn afterWhisper(ChatState state, RunKind kind) {
        Participant agent = whispers.agent();
        if (agent == null) {
            return new Turn.Idle();
        }
        if (kind == RunKind.AGENT_WHISPER) {
            parts.place().leaveToAgent();
            RunnableFlow customers = parts.flow(Hook.CUSTOMER_WHISPER);
            if (customers != null) {
                whisper(state, agent, RunKind.CUSTOMER_WHISPER, customers);
                return new Turn.Again();
            }
        }
        whispers.end();
        admitted.add(agent.id());
        return new Turn.Join(agent);
    }

    /** No agent joins any more: the chat ends, or goes on in another contact. */
    void cancel() {
        whispers.end();
        admitted.clear();
        boolean left = parts.place().leave();
        if (parts.place().release(parts.chat().sessionId()) || left) {
            parts.driver().assignAgents();
        }
    }
}
