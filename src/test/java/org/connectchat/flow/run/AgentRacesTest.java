package org.connectchat.flow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.NewAgent;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.execution.Turn;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.routing.AgentKey;
import org.connectchat.flow.routing.AgentStatus;
import org.connectchat.flow.routing.StandingAgent;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** What crosses the arrival of an agent: each test acts at the moment at which no lock is held. */
class AgentRacesTest {

    /** Enters a queue that has a queue flow, and a whisper for agents if the parameter names one. */
    private record Enter() implements ActionType {

        @Override
        public ActionShape shape() {
            return ActionShape.of();
        }

        @Override
        public Outcome run(Step step) {
            step.chat().data().setHook(Hook.CUSTOMER_QUEUE, "queue");
            step.chat().data().setHook(Hook.AGENT_WHISPER, step.fixed("Whisper"));
            step.chat().enqueue(Queue.named("orders"));
            return new Outcome.Queued();
        }
    }

    /** Says its text. */
    private record Say() implements ActionType {

        @Override
        public ActionShape shape() {
            return ActionShape.of();
        }

        @Override
        public Outcome run(Step step) {
            step.chat().say(step.text("Text"));
            return Outcome.success();
        }
    }

    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "1", "Metadata": {}, "Actions": [
             {"Identifier": "1", "Type": "%s", "Parameters": %s, "Transitions": {}}]}""";

    private final FlowFixture chat = new FlowFixture(List.of(new Enter(), new Say()))
            .flow("plain", FLOW.formatted("Enter", "{}"))
            .flow("whispering", FLOW.formatted("Enter", "{\"Whisper\": \"whisper\"}"))
            .flow("queue", FlowType.CUSTOMER_QUEUE, FLOW.formatted("Say", "{\"Text\": \"In the queue\"}"))
            .flow("whisper", FlowType.AGENT_WHISPER, FLOW.formatted("Say", "{\"Text\": \"A customer\"}"));
    private final AgentJoin real = chat.joining;

    private void stands(String id) {
        chat.standingAgents.put(new StandingAgent(null, id, id, Set.of(), 1, StandingAgent.State.AVAILABLE, true));
    }

    private AgentStatus standing(String id) {
        return chat.standingAgents.find(AgentKey.ofAll(id));
    }

    private List<String> agents() {
        return chat.contact().participants().stream()
                .filter(participant -> participant.role() == ParticipantRole.AGENT)
                .map(Participant::displayName)
                .toList();
    }

    /** Joins without a step of the flow. */
    private Seat played(String name) {
        return chat.bean(Agents.class).join(chat.contact().id(), new NewAgent(name, name, true));
    }

    private Turn nextTurn() {
        return chat.store()
                .byContact(chat.contact().id())
                .locked(state -> chat.contactFlow().turn(state));
    }

    @Rule("F44")
    @Test
    void anAgentThatLeavesBetweenItsWhisperAndItsJoinPutsTheContactBackIntoItsQueue() {
        chat.startAndConnect("whispering");
        Seat grace = played("Grace");
        Turn turn = nextTurn();
        while (turn instanceof Turn.Again) {
            turn = nextTurn();
        }
        assertThat(turn).isInstanceOf(Turn.Join.class);
        assertThat(chat.lines.position(chat.contact().sessionId())).isEmpty();

        chat.presence().disconnect(grace);
        assertThatThrownBy(() -> chat.presence().connect(grace)).isInstanceOf(ChatRefused.class);
        chat.settle();

        assertThat(chat.lines.position(chat.contact().sessionId())).hasValue(1);
        assertThat(chat.said()).containsExactly("In the queue", "In the queue");
        assertThat(chat.contact().agent()).isNull();

        chat.agentJoins("Edsger");
        assertThat(agents()).containsExactly("Edsger");
        assertThat(chat.lines.position(chat.contact().sessionId())).isEmpty();
    }

    @Rule("F74")
    @Test
    void aStandingAgentIsFreeWhenAPlayedOneTakesItsContactFirst() {
        stands("ada");
        chat.joining = (sessionId, agent, waits) -> {
            played("Grace");
            return real.join(sessionId, agent, waits);
        };

        chat.startAndConnect("plain");

        assertThat(agents()).containsExactly("Grace");
        assertThat(standing("ada").chats()).isEmpty();
        assertThat(standing("ada").isAvailable()).isTrue();
        assertThat(chat.lines.position(chat.contact().sessionId())).isEmpty();
    }

    @Rule("F73")
    @Test
    void aStandingAgentIsFreeWhenTheCustomerLeavesBeforeItJoins() {
        stands("ada");
        chat.joining = (sessionId, agent, waits) -> {
            chat.presence().disconnect(chat.customer());
            return real.join(sessionId, agent, waits);
        };

        chat.startAndConnect("plain");

        assertThat(chat.contact().isActive()).isFalse();
        assertThat(agents()).isEmpty();
        assertThat(standing("ada").isAvailable()).isTrue();
        assertThat(chat.lines.position(chat.contact().sessionId())).isEmpty();
    }

    @Rule("F73")
    @Test
    void aContactWhoseAgentIsRefusedKeepsItsPlaceForTheNextOne() {
        stands("ada");
        stands("bob");
        chat.joining = (sessionId, agent, waits) -> {
            if (agent.displayName().equals("ada")) {
                throw new ChatRefused(ChatRefused.Reason.PARTICIPANT_QUOTA_REACHED, "refused by the test");
            }
            return real.join(sessionId, agent, waits);
        };

        chat.startAndConnect("plain");

        assertThat(agents()).containsExactly("bob");
        assertThat(standing("ada").chats()).isEmpty();
        assertThat(standing("ada").setAside()).isTrue();
        assertThat(standing("bob").chats()).containsExactly(chat.contact().sessionId());
    }

    @Rule("F73")
    @Test
    void aLateReleaseLeavesThePlaceOfTheNextAgent() {
        stands("ada");
        chat.joining = (sessionId, agent, waits) -> {
            Seat seat = real.join(sessionId, agent, waits);
            if (agent.displayName().equals("ada")) {
                chat.standingAgents.remove(AgentKey.ofAll("ada"));
                stands("bob");
                chat.leaves(seat);
                assertThat(standing("bob").chats()).containsExactly(sessionId);
            }
            return seat;
        };

        chat.startAndConnect("whispering");

        assertThat(agents()).containsExactly("bob");
        assertThat(standing("bob").chats()).containsExactly(chat.contact().sessionId());

        chat.leaves(chat.customer());
        assertThat(standing("bob").isAvailable()).isTrue();
    }
}
