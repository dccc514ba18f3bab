package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.routing.ContactCentre.QUOTA;
import static org.connectchat.flow.routing.ContactCentre.SALES;
import static org.connectchat.flow.routing.ContactCentre.agent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Standing agents that take contacts of one instance alone. */
class AgentsOfInstancesTest {

    private final ContactCentre centre = new ContactCentre();

    private static StandingAgent of(String instanceId, String id, boolean autoAccept) {
        return new StandingAgent(instanceId, id, id, Set.of(), 1, StandingAgent.State.AVAILABLE, autoAccept);
    }

    private void enter(String instanceId, Queue queue, String... contactIds) {
        for (String contactId : contactIds) {
            centre.lines.enter(QueuedContact.of(contactId, instanceId, queue, centre.clock.instant()), QUOTA);
            centre.clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    @Rule("F102")
    void aContactOfAnotherInstanceIsPassedOver() {
        centre.agents.put(of("a", "ada", true));
        enter("b", SALES, "b1");
        enter("a", SALES, "a1", "a2");

        assertThat(centre.assignAndJoin()).containsExactly("ada:a1");

        centre.agents.put(of("b", "ada", true));
        assertThat(centre.assignAndJoin()).containsExactly("ada:b1");
        centre.routing.released("a1", new AgentKey("b", "ada"));
        assertThat(centre.assign()).as("ada of a has a chat").isEmpty();
        centre.routing.released("a1", new AgentKey("a", "ada"));
        assertThat(centre.assign()).containsExactly("ada:a2");
    }

    @Test
    @Rule("F102")
    void metricsCountTheAgentsThatTakeContactsOfTheInstance() {
        centre.agents.put(agent("grace", 1));
        centre.agents.put(agent("ada", 1));
        centre.agents.put(of("a", "ada", true));
        centre.agents.put(of("a", "bob", true));

        assertThat(centre.agents.counts("a", SALES).online()).isEqualTo(3);
        assertThat(centre.agents.counts("b", SALES).online()).isEqualTo(2);
        assertThat(centre.routing.metrics("a", Queue.ofAgent("ada")).agents().online())
                .as("ada of a stands in for ada of all")
                .isOne();
        assertThat(centre.agents.in("b"))
                .extracting(AgentStatus::agent)
                .containsExactly(agent("grace", 1), agent("ada", 1));
    }

    @Test
    @Rule("F104")
    void aResetOfAnInstanceGivesItsContactsToAnotherAgent() {
        centre.agents.put(of("a", "ada", false));
        centre.agents.put(of("b", "ada", false));
        enter("a", SALES, "a1");
        enter("b", SALES, "b1");
        List<Assignment> offers = centre.routing.assign();
        assertThat(offers).hasSize(2);
        centre.agents.put(agent("grace", 1));

        centre.agents.reset("a");

        assertThat(centre.agents.of("a")).isEmpty();
        assertThat(centre.agents.of("b")).hasSize(1);
        assertThat(centre.routing.offers().isOpen(offers.get(0))).isFalse();
        assertThat(centre.routing.offers().isOpen(offers.get(1))).isTrue();
        assertThat(centre.assign()).containsExactly("grace:a1");
    }

    @Test
    @Rule("F104")
    void agentsOfInstancesCountAmongTheThousandAgents() {
        for (int i = 0; i < StandingAgents.MAXIMUM; i++) {
            assertThat(centre.agents.put(of("i" + i, "ada", true))).isTrue();
        }

        assertThat(centre.agents.put(of("one more", "ada", true))).isFalse();
        assertThat(centre.agents.put(agent("ada", 1))).isFalse();
        centre.agents.reset("i7");
        assertThat(centre.agents.put(agent("ada", 1))).isTrue();
        centre.agents.reset();
        assertThat(centre.agents.of("i8")).isEmpty();
    }
}
