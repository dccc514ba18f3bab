package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.routing.ContactCentre.INSTANCE_ID;
import static org.connectchat.flow.routing.ContactCentre.SALES;
import static org.connectchat.flow.routing.ContactCentre.SUPPORT;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class WaitTimesTest {

    private final ContactCentre centre = new ContactCentre();
    private final Instant start = centre.clock.instant();

    private void taken(Queue queue, long seconds) {
        centre.lines.noteTaken(centre.contact("c", queue), start.plusSeconds(seconds));
    }

    @Rule("F99")
    @Test
    void theEstimateIsTheMeanOfTheLatestTenWaits() {
        assertThat(centre.lines.estimatedWait(INSTANCE_ID, SALES)).isNull();

        taken(SALES, 1_000);
        for (int i = 1; i <= 10; i++) {
            taken(SALES, 10L * i);
        }

        assertThat(centre.lines.estimatedWait(INSTANCE_ID, SALES)).isEqualTo(Duration.ofSeconds(55));
        assertThat(centre.routing.metrics(INSTANCE_ID, SALES).estimatedWait()).isEqualTo(Duration.ofSeconds(55));
    }

    @Rule("F99")
    @Test
    void eachQueueOfEachInstanceHasItsOwn() {
        taken(SALES, 30);

        assertThat(centre.lines.estimatedWait(INSTANCE_ID, SUPPORT)).isNull();
        assertThat(centre.lines.estimatedWait("another-instance", SALES)).isNull();
    }

    @Rule("F99")
    @Test
    void aClockThatWasSetBackMakesNoNegativeWait() {
        taken(SALES, -30);

        assertThat(centre.lines.estimatedWait(INSTANCE_ID, SALES)).isZero();
    }

    @Rule("F99")
    @Test
    void aResetForgetsAllAndTheNumberOfQueuesIsBounded() {
        taken(SALES, 30);
        for (int i = 0; i < 1_000; i++) {
            centre.lines.noteTaken(
                    QueuedContact.of("c", INSTANCE_ID, Queue.named("made-up-" + i), start), start.plusSeconds(1));
        }

        assertThat(centre.lines.estimatedWait(INSTANCE_ID, SALES)).isNull();
        assertThat(centre.lines.estimatedWait(INSTANCE_ID, Queue.named("made-up-999")))
                .isEqualTo(Duration.ofSeconds(1));

        centre.lines.reset();
        assertThat(centre.lines.estimatedWait(INSTANCE_ID, Queue.named("made-up-999")))
                .isNull();
    }
}
