package org.connectchat.chat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows that a change of everything waits for the steps that are under way, and that steps wait for it. */
class StepGateTest {

    private final StepGate gate = new StepGate();

    @Test
    void aChangeWaitsForAStepThatIsUnderWay() throws Exception {
        StampedLock step = gate.of(new Object());
        long stamp = step.readLock();
        AtomicBoolean changed = new AtomicBoolean();
        Thread changing = new Thread(() -> gate.between(() -> changed.set(true)));
        changing.start();
        await().until(() -> changing.getState() == Thread.State.WAITING);

        assertThat(changed).isFalse();

        step.unlockRead(stamp);
        changing.join();
        assertThat(changed).isTrue();
    }

    @Test
    void noStepRunsDuringAChange() throws Exception {
        List<Object> chats = IntStream.range(0, 200).mapToObj(i -> new Object()).toList();
        AtomicInteger steps = new AtomicInteger();
        AtomicBoolean mixed = new AtomicBoolean();

        Simultaneously.call(100, number -> {
            for (int i = 0; i < 200; i++) {
                if (number % 25 == 0) {
                    gate.between(() -> mixed.compareAndSet(false, steps.get() != 0));
                } else {
                    StampedLock lock = gate.of(chats.get((number + i) % chats.size()));
                    long stamp = lock.readLock();
                    steps.incrementAndGet();
                    steps.decrementAndGet();
                    lock.unlockRead(stamp);
                }
            }
            return number;
        });

        assertThat(mixed).isFalse();
    }

    @Test
    void aChangeThatFailsLetsStepsGoOn() {
        try {
            gate.between(() -> {
                throw new IllegalStateException("a failure");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("a failure");
        }

        StampedLock lock = gate.of(this);
        assertThat(lock.tryReadLock()).isNotZero();
    }
}
