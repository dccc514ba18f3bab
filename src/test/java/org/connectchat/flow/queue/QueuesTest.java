package org.connectchat.flow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuesTest {

    private static final String INSTANCE = "arn:aws:connect:us-east-1:000000000000:instance/my-instance/";
    private static final Queue SALES = new Queue("sales", "Sales in Europe", 3, "office", false);

    private final Queues none = new Queues(List.of());
    private final Queues queues = new Queues(List.of(SALES, Queue.named("support")));

    @Test
    @Rule("F71")
    void withoutQueuesEveryIdOrArnIsAQueueNamedByItsLastPart() {
        Queue expected = new Queue("sales", "sales", Queue.NO_MAXIMUM, null, false);

        assertThat(none.in(null).find("sales")).isEqualTo(expected);
        assertThat(none.in(null).find(INSTANCE + "queue/sales")).isEqualTo(expected);
    }

    @Test
    @Rule("F70")
    void aQueueIsFoundByIdArnAndName() {
        assertThat(List.of("sales", INSTANCE + "queue/sales", "Sales in Europe"))
                .allSatisfy(
                        reference -> assertThat(queues.in(null).find(reference)).isEqualTo(SALES));
        assertThat(queues.in(null).find("returns")).isNull();
    }

    @ParameterizedTest
    @Rule("F71")
    @ValueSource(strings = {"", " ", "arn:aws:connect:us-east-1:000000000000:instance/my-instance/queue/"})
    void aReferenceWithoutAnIdIsNoQueue(String reference) {
        assertThat(none.in(null).find(reference)).isNull();
        assertThat(none.in(null).ofAgent(reference)).isNull();
    }

    @Test
    @Rule("F71")
    void aReferenceOfMoreThan500CharactersIsNoQueue() {
        assertThat(none.in(null).find("q".repeat(500))).isNotNull();
        assertThat(none.in(null).find("q".repeat(501))).isNull();
    }

    @Test
    @Rule("F70")
    void theQueueOfAnAgentHoldsTenContacts() {
        assertThat(List.of(none, queues))
                .allSatisfy(each -> assertThat(each.in(null).find(INSTANCE + "queue/agent/ada"))
                        .isEqualTo(each.in(null).ofAgent("ada"))
                        .isEqualTo(new Queue("ada", "ada", 10, null, true)));
    }

    @Test
    @Rule("F70")
    void aQueueIsAResourceOfItsInstance() {
        assertThat(SALES.resource()).isEqualTo("queue/sales");
        assertThat(Queue.ofAgent("ada").resource()).isEqualTo("queue/agent/ada");
    }

    @Test
    @Rule("F70")
    void aQueueWithoutAMaximumHoldsAsManyContactsAsTheQuota() {
        assertThat(SALES.capacity(500)).isEqualTo(3);
        assertThat(Queue.named("support").capacity(500)).isEqualTo(500);
    }

    @Test
    @Rule("F71")
    void aResetRestoresTheConfiguredQueues() {
        queues.replace(null, List.of(Queue.named("returns")));
        assertThat(queues.in(null).find("sales")).isNull();
        assertThat(queues.in(null).find("returns")).isNotNull();

        queues.reset();

        assertThat(queues.in(null).all()).extracting(Queue::id).containsExactly("sales", "support");
    }

    @Test
    @Rule("F73")
    void aContactHasAPriorityOfOneOrMoreAndAnAdjustmentOfWholeNumbers() {
        QueuedContact contact = QueuedContact.of("c", "i", SALES, Instant.EPOCH);

        assertThat(contact.priority()).isEqualTo(5);
        assertThat(contact.withPriority(Long.MAX_VALUE).priority()).isEqualTo(Long.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> contact.withPriority(0));
        assertThat(contact.withAdjustment(Duration.ofSeconds(-Integer.MAX_VALUE))
                        .adjustment())
                .isNegative();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contact.withAdjustment(Duration.ofSeconds(1L + Integer.MAX_VALUE)));
    }
}
