package org.connectchat.chat.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.Domain;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.junit.jupiter.api.Test;

/** Shows what agents leave behind in a chat that they come to and go from. */
class ComingAndGoingTest {

    private static final NewAgent GRACE = new NewAgent("Grace", "agent-1", true);

    @Test
    void aParticipantThatHasLeftDoesNotComeBack() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            domain.presence.connect(customer);
            Seat agent = domain.agents.join(chat.contactId(), GRACE);
            assertThat(domain.presence.isGone(agent)).isFalse();

            domain.presence.disconnect(agent);

            for (int i = 0; i < 2; i++) {
                // A socket that was dialled before: its seat was good then.
                assertThatThrownBy(() -> domain.presence.connect(agent))
                        .isInstanceOfSatisfying(
                                ChatRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.ACCESS_DENIED));
            }
            assertThat(domain.present(customer.contact().id())).isEqualTo(1);
            assertThat(domain.presence.isGone(agent)).isTrue();
            assertThat(domain.presence.isGone(customer)).isFalse();
        }
    }

    @Test
    void chatTimersRunOutAtWholeMilliseconds() {
        try (Domain domain = new Domain()) {
            domain.clock.advance(Duration.ofNanos(456_789));
            Instant inMilliseconds = domain.clock.instant().truncatedTo(ChronoUnit.MILLIS);
            StartedChat chat = domain.start();
            domain.presence.connect(domain.customerOf(chat));
            domain.contacts.updateTimers(
                    Domain.INSTANCE_ID,
                    chat.contactId(),
                    List.of(new ChatTimer(ParticipantRole.CUSTOMER, ChatTimer.Type.IDLE, Duration.ofMinutes(2))));

            domain.agents.join(chat.contactId(), GRACE);

            assertThat(domain.records.deadlines(domain.contacts.get(chat.contactId())))
                    .filteredOn(deadline -> deadline.kind() == Kind.IDLE)
                    .extracting(Deadline::at)
                    .containsExactly(inMilliseconds.plus(Duration.ofMinutes(2)));
        }
    }
}
