package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.routing.ContactCentre.INSTANCE_ID;
import static org.connectchat.flow.routing.ContactCentre.SALES;
import static org.connectchat.flow.routing.ContactCentre.asked;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.flow.routing.StandingAgent.State;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Offers to agents who do not join at once. */
class OffersTest {

    private final ContactCentre centre = new ContactCentre(asked("ada"), asked("bob"));
    private final Routing routing = centre.routing;

    @Test
    @Rule("F73")
    void aContactIsOfferedForTwentySeconds() {
        centre.enter(SALES, "c1", "c2", "c3");
        Instant now = centre.clock.instant();

        List<Assignment> offers = routing.assign();

        assertThat(ContactCentre.names(offers)).containsExactly("ada:c1", "bob:c2");
        assertThat(offers)
                .allMatch(Assignment::isOffer)
                .extracting(Assignment::offeredUntil)
                .containsOnly(now.plusSeconds(20));
        assertThat(routing.offers().open()).isEqualTo(offers);
        assertThat(centre.lines.position("c1")).hasValue(1);
    }

    @Test
    @Rule("F73")
    void anAcceptedOfferIsCarriedOutLikeAnAssignment() {
        centre.enter(SALES, "c1");
        Assignment offer = routing.assign().get(0);
        assertThat(routing.accepted(offer)).isFalse();

        Assignment assignment = Objects.requireNonNull(routing.offers().accept(AgentKey.ofAll("ada"), "c1"));

        assertThat(assignment.isOffer()).isFalse();
        assertThat(routing.offers().open()).isEmpty();
        assertThat(routing.offers().missed(offer)).isFalse();
        assertThat(routing.offers().reject(AgentKey.ofAll("ada"), "c1")).isFalse();
        assertThat(routing.accepted(assignment)).isTrue();
        assertThat(centre.lines.position("c1")).isEmpty();
    }

    @Test
    @Rule("F73")
    void aMissedContactIsOfferedToAnotherAgent() {
        centre.enter(SALES, "c1");
        Assignment offer = routing.assign().get(0);

        assertThat(routing.offers().missed(offer)).isTrue();

        assertThat(routing.offers().missed(offer)).isFalse();
        assertThat(routing.offers().accept(AgentKey.ofAll("ada"), "c1")).isNull();
        assertThat(centre.assign()).containsExactly("bob:c1");
    }

    @Test
    @Rule("F73")
    void aRejectedContactIsOfferedToAnotherAgent() {
        centre.enter(SALES, "c1");
        routing.assign();

        assertThat(routing.offers().reject(AgentKey.ofAll("bob"), "c1")).isFalse();
        assertThat(routing.offers().reject(AgentKey.ofAll("ada"), "c1")).isTrue();

        assertThat(centre.assign()).containsExactly("bob:c1");
        assertThat(routing.offers().accept(AgentKey.ofAll("ada"), "c1")).isNull();
    }

    @Test
    @Rule("F73")
    void anAgentThatMissedAContactIsSetAsideUntilItIsAvailableAgain() {
        centre.agents.remove(AgentKey.ofAll("bob"));
        centre.enter(SALES, "c1");
        routing.offers().missed(routing.assign().get(0));

        assertThat(centre.assign()).isEmpty();
        centre.agents.patch(AgentKey.ofAll("ada"), new AgentChange("Ada", null, 2, null, null));
        assertThat(centre.assign()).isEmpty();
        assertThat(centre.agents.counts(INSTANCE_ID, SALES).missed()).isOne();

        centre.agents.patch(AgentKey.ofAll("ada"), AgentChange.to(State.AVAILABLE));

        assertThat(centre.agents.counts(INSTANCE_ID, SALES).missed()).isZero();
        assertThat(centre.assign()).containsExactly("ada:c1");
    }

    @Test
    @Rule("F73")
    void anAgentIsAlsoAvailableAgainWhenItIsPut() {
        centre.agents.remove(AgentKey.ofAll("bob"));
        centre.enter(SALES, "c1");
        routing.offers().missed(routing.assign().get(0));

        centre.agents.put(asked("ada"));

        assertThat(centre.assign()).containsExactly("ada:c1");
    }

    @Test
    @Rule("F73")
    void anOfferEndsWhenTheContactLeaves() {
        centre.enter(SALES, "c1");
        Assignment offer = routing.assign().get(0);

        centre.lines.leave("c1");

        assertThat(routing.offers().open()).isEmpty();
        assertThat(routing.offers().accept(AgentKey.ofAll("ada"), "c1")).isNull();
        assertThat(routing.offers().missed(offer)).isFalse();
        assertThat(centre.agents.find(AgentKey.ofAll("ada")))
                .extracting(AgentStatus::isAvailable)
                .isEqualTo(true);
    }

    @Test
    @Rule("F73")
    void anOfferIsAcceptedRejectedOrMissedOnlyOnce() {
        for (int round = 0; round < 50; round++) {
            String contactId = "c" + round;
            centre.enter(SALES, contactId);
            Assignment offer = routing.assign().get(0);
            String agentId = offer.agent().id();

            List<Boolean> outcomes = Simultaneously.call(9, number -> switch (number % 3) {
                case 0 -> routing.offers().accept(AgentKey.ofAll(agentId), contactId) != null;
                case 1 -> routing.offers().reject(AgentKey.ofAll(agentId), contactId);
                default -> routing.offers().missed(offer);
            });

            assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
            centre.lines.leave(contactId);
            Stream.of("ada", "bob")
                    .forEach(id -> centre.agents.patch(AgentKey.ofAll(id), AgentChange.to(State.AVAILABLE)));
        }
    }
}
