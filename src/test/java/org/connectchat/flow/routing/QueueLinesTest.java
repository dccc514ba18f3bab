package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.connectchat.flow.routing.ContactCentre.INSTANCE_ID;
import static org.connectchat.flow.routing.ContactCentre.SALES;
import static org.connectchat.flow.routing.ContactCentre.SUPPORT;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

class QueueLinesTest {

    private final ContactCentre centre = new ContactCentre();
    private final QueueLines lines = centre.lines;

    @Test
    @Rule("F73")
    void contactsOfEqualPriorityStandInTheOrderInWhichTheyEntered() {
        centre.enter(SALES, "first", "second");
        centre.clock.advance(Duration.ofSeconds(-2));
        centre.enter(centre.contact("as early as the first", SALES));

        assertThat(order("first", "second", "as early as the first"))
                .containsExactly("first", "as early as the first", "second");
    }

    @Test
    @Rule("F73")
    void aLowerPriorityNumberComesFirst() {
        centre.enter(SALES, "five", "late one", "nine");

        assertThat(lines.reprioritise("late one", 1)).isTrue();
        assertThat(lines.reprioritise("nine", 9)).isTrue();
        centre.enter(SALES, "late five");

        assertThat(order("five", "late one", "nine", "late five"))
                .containsExactly("late one", "five", "late five", "nine");
    }

    @Test
    @Rule("F73")
    void anAdjustmentMovesAContactForwardOrBackwardAmongEqualPriorities() {
        centre.enter(SALES, "first", "second", "third");

        lines.reprioritise("third", Duration.ofSeconds(90));
        assertThat(order("first", "second", "third")).containsExactly("third", "first", "second");

        lines.reprioritise("third", Duration.ZERO);
        lines.reprioritise("first", Duration.ofSeconds(-90));
        assertThat(order("first", "second", "third")).containsExactly("second", "third", "first");

        lines.reprioritise("first", 4);
        assertThat(order("first", "second", "third")).containsExactly("first", "second", "third");
    }

    @Test
    @Rule("F73")
    void anAdjustmentDoesNotChangeTheAgeOfTheOldestContact() {
        centre.enter(SALES, "first", "second");
        lines.reprioritise("second", Duration.ofHours(1));
        lines.reprioritise("first", Duration.ofHours(-1));

        assertThat(lines.oldestAge(INSTANCE_ID, SALES, centre.clock.instant())).isEqualTo(Duration.ofSeconds(2));
        lines.leave("first");
        assertThat(lines.oldestAge(INSTANCE_ID, SALES, centre.clock.instant())).isEqualTo(Duration.ofSeconds(1));
        lines.leave("second");
        assertThat(lines.oldestAge(INSTANCE_ID, SALES, centre.clock.instant())).isZero();
    }

    @Test
    @Rule("F70")
    void aQueueIsAtCapacityAtItsMaximumOrAtTheQuotaWithoutOne() {
        Queue two = new Queue("two", "two", 2, null, false);

        assertThat(Stream.of("a", "b", "c").map(id -> lines.enter(centre.contact(id, two), 500)))
                .containsExactly(true, true, false);
        assertThat(Stream.of("d", "e").map(id -> lines.enter(centre.contact(id, SALES), 1)))
                .containsExactly(true, false);
        assertThat(lines.leave("a")).isTrue();
        assertThat(lines.enter(centre.contact("c", two), 500)).isTrue();
    }

    @Test
    @Rule("F70")
    void queuesInstancesAndAgentsHaveLinesOfTheirOwn() {
        centre.enter(SALES, "a", "b");
        centre.enter(SUPPORT, "c");
        centre.enter(Queue.ofAgent("sales"), "d");
        centre.enter(QueuedContact.of("e", "another-instance", SALES, centre.clock.instant()));

        assertThat(lines.size(INSTANCE_ID, SALES)).isEqualTo(2);
        assertThat(lines.size(INSTANCE_ID, SUPPORT)).isOne();
        assertThat(lines.size(INSTANCE_ID, Queue.ofAgent("sales"))).isOne();
        assertThat(lines.size("another-instance", SALES)).isOne();
        assertThat(lines.position("e")).hasValue(1);
        assertThat(lines.size("a-third-instance", SALES)).isZero();
    }

    @Test
    @Rule("F70")
    void aContactThatDoesNotWaitHasNoPlace() {
        assertThat(lines.find("c")).isNull();
        assertThat(lines.position("c")).isEmpty();
        assertThat(lines.leave("c")).isFalse();
        assertThat(lines.reprioritise("c", 1)).isFalse();
        assertThat(lines.reprioritise("c", Duration.ofSeconds(1))).isFalse();
    }

    @Test
    @Rule("F70")
    void aContactWaitsInOneLineOnly() {
        QueuedContact contact = centre.contact("c", SALES);
        centre.enter(contact);

        assertThatIllegalStateException().isThrownBy(() -> lines.enter(centre.contact("c", SUPPORT), 500));
        assertThat(lines.find("c")).isEqualTo(contact);
        assertThat(lines.size(INSTANCE_ID, SUPPORT)).isZero();
    }

    @Test
    @Rule("F70")
    void aHundredContactsAtOnceDoNotExceedTheMaximum() {
        Queue thirty = new Queue("thirty", "thirty", 30, null, false);

        List<Boolean> entered =
                Simultaneously.call(100, number -> lines.enter(centre.contact("c" + number, thirty), 500));

        assertThat(entered).filteredOn(Boolean::booleanValue).hasSize(30);
        assertThat(lines.size(INSTANCE_ID, thirty)).isEqualTo(30);
    }

    @Test
    @Rule("F70")
    void aResetEmptiesAllLines() {
        centre.enter(SALES, "a", "b");

        lines.reset();

        assertThat(lines.size(INSTANCE_ID, SALES)).isZero();
        assertThat(lines.position("a")).isEmpty();
    }

    private List<String> order(String... contactIds) {
        return Stream.of(contactIds)
                .sorted(Comparator.comparingInt(id -> lines.position(id).orElseThrow()))
                .toList();
    }
}
