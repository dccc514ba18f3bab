package org.connectchat.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.connectchat.chat.Domain;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows for how long tickets and tokens open anything. */
class KeyLifetimesTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Test
    @Rule("W3")
    void aTicketIsGoodForAHundredSecondsHoweverOftenItIsUsed() {
        try (Domain domain = new Domain()) {
            Seat customer = domain.customerOf(domain.start());
            String ticket = domain.participants.issueTicket(customer);

            for (int i = 0; i < 3; i++) {
                assertThat(domain.participants.byTicket(ticket)).isNotNull();
            }
            domain.after(Duration.ofSeconds(100).minus(MILLISECOND));
            assertThat(domain.participants.byTicket(ticket)).isNotNull();

            domain.after(MILLISECOND);
            assertThat(domain.participants.byTicket(ticket)).isNull();
        }
    }

    @Test
    @Rule("W3")
    void aLaterTicketProlongsNoEarlierOne() {
        try (Domain domain = new Domain()) {
            Seat customer = domain.customerOf(domain.start());
            String earlier = domain.participants.issueTicket(customer);
            domain.after(Duration.ofSeconds(99));
            String later = domain.participants.issueTicket(customer);

            domain.after(Duration.ofSeconds(1));

            assertThat(domain.participants.byTicket(earlier)).isNull();
            assertThat(domain.participants.byTicket(later)).isNotNull();
        }
    }

    @Test
    @Rule({"P7", "O3"})
    void aConnectionTokenIsGoodForADayAndTheParticipantTokenAsLongAsTheChat() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            domain.participants.connect(customer);
            Credentials credentials = domain.participants.issueCredentials(customer);
            String connectionToken = credentials.connectionToken().text();
            assertThat(credentials.expiry()).isEqualTo(domain.clock.instant().plus(Duration.ofDays(1)));

            domain.after(Duration.ofDays(1).minus(MILLISECOND));
            assertThat(domain.participants.byConnectionToken(connectionToken)).isNotNull();

            domain.after(MILLISECOND);
            assertThat(domain.participants.byConnectionToken(connectionToken)).isNull();
            assertThat(domain.participants.byParticipantToken(
                            chat.participantToken().text()))
                    .isNotNull();

            domain.after(Duration.ofHours(1));
            assertThat(domain.participants.byParticipantToken(
                            chat.participantToken().text()))
                    .isNull();
        }
    }

    @Test
    @Rule("P1")
    void keysOfOneKindOpenNothingOfAnother() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            String ticket = domain.participants.issueTicket(customer);
            String connectionToken = domain.participants
                    .issueCredentials(customer)
                    .connectionToken()
                    .text();
            String participantToken = chat.participantToken().text();

            assertThat(domain.participants.byTicket(connectionToken)).isNull();
            assertThat(domain.participants.byTicket(participantToken)).isNull();
            assertThat(domain.participants.byConnectionToken(ticket)).isNull();
            assertThat(domain.participants.byConnectionToken(participantToken)).isNull();
            assertThat(domain.participants.byParticipantToken(ticket)).isNull();
            assertThat(domain.participants.byParticipantToken(connectionToken)).isNull();
        }
    }
}
