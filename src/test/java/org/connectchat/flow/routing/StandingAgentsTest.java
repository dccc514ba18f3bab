package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.connectchat.flow.routing.ContactCentre.INSTANCE_ID;
import static org.connectchat.flow.routing.ContactCentre.SALES;
import static org.connectchat.flow.routing.ContactCentre.SUPPORT;
import static org.connectchat.flow.routing.ContactCentre.agent;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.connectchat.flow.routing.StandingAgent.State;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class StandingAgentsTest {

    @Test
    @Rule("F73")
    void agentsAreCountedByStatePlacesAndChats() {
        ContactCentre centre = new ContactCentre(agent("full", 1), agent("half", 2), agent("missing", 1));
        centre.enter(SALES, "c1", "c2", "c3");
        List<Assignment> assignments = centre.routing.assign();
        assignments.subList(0, 2).forEach(centre.routing::accepted);
        centre.routing.failed(assignments.get(2));
        centre.agents.put(new StandingAgent(null, "busy", "busy", Set.of(), 1, State.BUSY, true));
        centre.agents.put(new StandingAgent(null, "away", "away", Set.of(), 1, State.OFFLINE, true));
        centre.agents.put(ContactCentre.agentOf("elsewhere", SUPPORT));

        // Available: half. Staffed: full, half and missing. Busy: full and half.
        assertThat(centre.agents.counts(INSTANCE_ID, SALES)).isEqualTo(new AgentCounts(4, 1, 3, 2, 1, 1));
    }

    @Test
    @Rule("F73")
    void anAgentWithChatsIsStaffedThoughItIsBusyButNotIfItIsOffline() {
        ContactCentre centre = new ContactCentre(agent("ada", 1));
        centre.enter(SALES, "c1");
        centre.assignAndJoin();

        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.BUSY));
        assertThat(centre.agents.counts(INSTANCE_ID, SALES)).isEqualTo(new AgentCounts(1, 0, 1, 1, 0, 1));
        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.OFFLINE));
        assertThat(centre.agents.counts(INSTANCE_ID, SALES)).isEqualTo(new AgentCounts(0, 0, 0, 1, 0, 0));
    }

    @Test
    @Rule("F73")
    void theMetricsOfAQueueAreThoseThatFlowsCompare() {
        ContactCentre centre = new ContactCentre(agent("ada", 1), ContactCentre.agentOf("bob", SUPPORT));
        centre.enter(SALES, "c1", "c2");
        centre.assignAndJoin();
        centre.clock.advance(Duration.ofMillis(1_500));

        QueueMetrics metrics = centre.routing.metrics(INSTANCE_ID, SALES);

        assertThat(Arrays.stream(MetricType.values()).map(metrics::value)).containsExactly(0L, 1L, 1L, 2L, 1L);
        assertThat(metrics.queue()).isEqualTo(SALES);
        assertThat(Arrays.stream(MetricType.values()).filter(MetricType::countsAgents))
                .hasSize(3);
    }

    @Test
    @Rule("F73")
    void aMetricIsNamedAsFlowsNameIt() {
        assertThat(MetricType.named("NumberOfAgentsAvailable")).isEqualTo(MetricType.NUMBER_OF_AGENTS_AVAILABLE);
        assertThat(MetricType.named("numberofcontactsinqueue")).isEqualTo(MetricType.NUMBER_OF_CONTACTS_IN_QUEUE);
        assertThat(MetricType.named("NumberOfAgents")).isNull();
    }

    @Test
    @Rule("F73")
    void anAgentThatIsReplacedKeepsItsChats() {
        ContactCentre centre = new ContactCentre(agent("ada", 2));
        centre.enter(SALES, "c1", "c2", "c3");
        centre.assignAndJoin();

        centre.agents.put(agent("ada", 1));

        assertThat(centre.assign()).isEmpty();
        centre.routing.released("c1");
        assertThat(centre.assign()).isEmpty();
        centre.routing.released("c2");
        assertThat(centre.assign()).containsExactly("ada:c3");
    }

    @Test
    @Rule("F73")
    void aChangeLeavesTheOtherMembersAsTheyAre() {
        ContactCentre centre = new ContactCentre(agent("ada", 2));

        assertThat(centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.BUSY)))
                .isEqualTo(new StandingAgent(null, "ada", "ada", Set.of(), 2, State.BUSY, true));
        assertThat(centre.agents.patch(AgentKey.ofAll("ada"), new AgentChange("Ada", Set.of("sales"), 3, null, false)))
                .isEqualTo(new StandingAgent(null, "ada", "Ada", Set.of("sales"), 3, State.BUSY, false));
        assertThat(centre.agents.patch(AgentKey.ofAll("bob"), AgentChange.to(State.BUSY)))
                .isNull();
        assertThat(centre.agents.remove(AgentKey.ofAll("bob"))).isFalse();
    }

    @Test
    @Rule("F73")
    void thereAreAThousandAgentsAtMost() {
        ContactCentre centre = new ContactCentre();
        for (int i = 0; i < StandingAgents.MAXIMUM; i++) {
            assertThat(centre.agents.put(agent("a" + i, 1))).isTrue();
        }

        assertThat(centre.agents.put(agent("one more", 1))).isFalse();
        assertThat(centre.agents.put(agent("a0", 2))).isTrue();
        assertThat(centre.agents.of(null)).hasSize(StandingAgents.MAXIMUM);
    }

    @Test
    @Rule("F73")
    void aResetRestoresTheConfiguredAgentsWithoutChats() {
        ContactCentre centre = new ContactCentre(agent("ada", 1));
        centre.enter(SALES, "c1", "c2");
        centre.assignAndJoin();
        centre.agents.put(agent("bob", 1));
        centre.assign();

        centre.agents.reset();

        assertThat(centre.agents.of(null)).containsExactly(new AgentStatus(agent("ada", 1), Set.of(), Set.of(), false));
        assertThat(centre.assign()).containsExactly("ada:c2");
    }

    @Test
    @Rule("F73")
    void aNegativeCapacityIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> agent("ada", -1));
    }
}
