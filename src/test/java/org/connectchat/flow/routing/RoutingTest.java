package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.routing.ContactCentre.SALES;
import static org.connectchat.flow.routing.ContactCentre.SUPPORT;
import static org.connectchat.flow.routing.ContactCentre.agent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.routing.StandingAgent.State;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class RoutingTest {

    @Test
    @Rule("F73")
    void aLateReleaseOfAnEarlierAgentLeavesThePlaceOfTheNextOne() {
        ContactCentre centre = new ContactCentre(agent("ada", 1), agent("bob", 1));
        centre.enter(SALES, "c1");
        assertThat(centre.assignAndJoin()).containsExactly("ada:c1");
        assertThat(centre.routing.released("c1", AgentKey.ofAll("ada"))).isTrue();
        centre.enter(SALES, "c1");
        assertThat(centre.assignAndJoin()).containsExactly("bob:c1");

        assertThat(centre.routing.released("c1", AgentKey.ofAll("ada"))).isFalse();

        centre.enter(SALES, "c2", "c3");
        assertThat(centre.assignAndJoin()).containsExactly("ada:c2");
        assertThat(centre.routing.released("c1", AgentKey.ofAll("bob"))).isTrue();
        assertThat(centre.assignAndJoin()).containsExactly("bob:c3");
    }

    @Test
    @Rule("F74")
    void withoutStandingAgentsNoContactIsAssigned() {
        ContactCentre centre = new ContactCentre();
        centre.enter(SALES, "c1");

        assertThat(centre.assign()).isEmpty();
        assertThat(centre.lines.position("c1")).hasValue(1);
    }

    @Test
    @Rule("F73")
    void theLowestPriorityNumberThenTheLongestTimeInAnyQueueComesFirst() {
        ContactCentre centre = new ContactCentre(agent("ada", 4));
        centre.enter(SALES, "first");
        centre.enter(SUPPORT, "second", "third", "urgent");
        centre.enter(SALES, "aged");
        centre.lines.reprioritise("urgent", 1);
        centre.lines.reprioritise("aged", Duration.ofMinutes(1));
        centre.lines.reprioritise("second", Duration.ofMinutes(-1));

        assertThat(centre.assign()).containsExactly("ada:urgent", "ada:aged", "ada:first", "ada:third");
    }

    @Test
    @Rule("F73")
    void theAgentThatIsFreeLongestGetsTheContact() {
        ContactCentre centre = new ContactCentre(agent("ada", 1), agent("bob", 1), agent("cem", 1));
        centre.enter(SALES, "c1", "c2", "c3", "c4", "c5");
        assertThat(centre.assignAndJoin()).containsExactly("ada:c1", "bob:c2", "cem:c3");

        centre.routing.released("c2");
        centre.routing.released("c1");

        assertThat(centre.assignAndJoin()).containsExactly("bob:c4", "ada:c5");
    }

    @Test
    @Rule("F73")
    void contactsAreSpreadOverAgentsOfSeveralPlaces() {
        ContactCentre centre = new ContactCentre(agent("ada", 2), agent("bob", 2));
        centre.enter(SALES, "c1", "c2", "c3", "c4", "c5");

        assertThat(centre.assign()).containsExactly("ada:c1", "bob:c2", "ada:c3", "bob:c4");
        assertThat(centre.assign()).isEmpty();
    }

    @Test
    @Rule("F73")
    void anAgentThatBecomesAvailableIsBehindTheOthers() {
        ContactCentre centre = new ContactCentre(agent("ada", 1), agent("bob", 1));
        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.BUSY));
        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.AVAILABLE));
        centre.enter(SALES, "c1");

        assertThat(centre.assign()).containsExactly("bob:c1");
    }

    @Test
    @Rule("F73")
    void onlyAvailableAgentsGetContacts() {
        ContactCentre centre = new ContactCentre(agent("ada", 1), agent("bob", 1));
        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.BUSY));
        centre.agents.patch(AgentKey.ofAll("bob"), AgentChange.to(State.OFFLINE));
        centre.enter(SALES, "c1");

        assertThat(centre.assign()).isEmpty();
        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.AVAILABLE));
        assertThat(centre.assign()).containsExactly("ada:c1");
    }

    @Test
    @Rule("F73")
    void anAgentGetsContactsOfItsQueuesOnly() {
        ContactCentre centre = new ContactCentre(ContactCentre.agentOf("ada", SUPPORT));
        centre.enter(SALES, "c1");
        centre.enter(Queue.ofAgent("bob"), "c2");
        centre.enter(SUPPORT, "c3");

        assertThat(centre.assignAndJoin()).containsExactly("ada:c3");
        centre.routing.released("c3");
        assertThat(centre.assign()).isEmpty();
    }

    @Test
    @Rule("F73")
    void theQueueOfAnAgentIsServedByThatAgentAlone() {
        ContactCentre centre = new ContactCentre(agent("bob", 1), ContactCentre.agentOf("ada", SUPPORT));
        centre.enter(Queue.ofAgent("ada"), "c1");

        assertThat(centre.assign()).containsExactly("ada:c1");
    }

    @Test
    @Rule("F73")
    void aContactWaitsUntilItsAgentHasJoined() {
        ContactCentre centre = new ContactCentre(agent("ada", 1));
        centre.enter(SALES, "c1", "c2");
        Assignment assignment = centre.routing.assign().get(0);

        assertThat(assignment.isOffer()).isFalse();
        assertThat(centre.lines.position("c1")).hasValue(1);
        assertThat(centre.agents.find(AgentKey.ofAll("ada")))
                .extracting(AgentStatus::reserved)
                .isEqualTo(Set.of("c1"));

        assertThat(centre.routing.accepted(assignment)).isTrue();
        assertThat(centre.lines.position("c1")).isEmpty();
        assertThat(centre.lines.position("c2")).hasValue(1);
        assertThat(centre.agents.find(AgentKey.ofAll("ada")))
                .extracting(AgentStatus::chats)
                .isEqualTo(Set.of("c1"));
        assertThat(centre.routing.accepted(assignment)).isFalse();
    }

    @Test
    @Rule({"F73", "F74"})
    void aContactThatLeavesWhileItIsAssignedGivesThePlaceBack() {
        ContactCentre centre = new ContactCentre(agent("ada", 1));
        centre.enter(SALES, "c1", "c2");
        Assignment assignment = centre.routing.assign().get(0);

        centre.lines.leave("c1"); // it ended, or a test's agent took it

        assertThat(centre.assign()).containsExactly("ada:c2");
        assertThat(centre.routing.accepted(assignment)).isFalse();
        centre.routing.failed(assignment);
        assertThat(centre.agents.find(AgentKey.ofAll("ada")))
                .extracting(AgentStatus::setAside)
                .isEqualTo(false);
    }

    @Test
    @Rule("F73")
    void anAssignmentOfAContactThatLeftAndCameBackIsOver() {
        ContactCentre centre = new ContactCentre(agent("ada", 1));
        centre.enter(SALES, "c1");
        Assignment first = centre.routing.assign().get(0);
        centre.lines.leave("c1");
        centre.enter(SALES, "c1");
        Assignment second = centre.routing.assign().get(0);

        assertThat(centre.routing.accepted(first)).isFalse();
        assertThat(centre.routing.accepted(second)).isTrue();
    }

    @Test
    @Rule("F73")
    void anAgentThatCouldNotJoinIsSetAsideAndTheContactWaitsForAnother() {
        ContactCentre centre = new ContactCentre(agent("ada", 2));
        centre.enter(SALES, "c1");

        centre.routing.failed(centre.routing.assign().get(0));

        assertThat(centre.assign()).isEmpty();
        assertThat(centre.lines.position("c1")).hasValue(1);
        centre.agents.put(agent("bob", 1));
        assertThat(centre.assign()).containsExactly("bob:c1");
        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.AVAILABLE));
        centre.enter(SALES, "c2");
        assertThat(centre.assign()).containsExactly("ada:c2");
    }

    @Test
    @Rule("F73")
    void contactsThatARemovedAgentWasAboutToGetWaitForAnother() {
        ContactCentre centre = new ContactCentre(agent("ada", 2));
        centre.enter(SALES, "c1", "c2");
        List<Assignment> assignments = centre.routing.assign();
        centre.routing.accepted(assignments.get(0));

        assertThat(centre.agents.remove(AgentKey.ofAll("ada"))).isTrue();

        assertThat(centre.routing.accepted(assignments.get(1))).isFalse();
        assertThat(centre.routing.released("c1")).isFalse();
        centre.agents.put(agent("ada", 1));
        assertThat(centre.assign()).containsExactly("ada:c2");
    }
}
