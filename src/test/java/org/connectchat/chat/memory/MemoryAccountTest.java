package org.connectchat.chat.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class MemoryAccountTest {

    private final MemoryBudget budget = new MemoryBudget(1_000);

    @Test
    @Rule("R13")
    void nothingIsTakenBeyondTheLimit() {
        MemoryAccount one = new MemoryAccount(budget);
        MemoryAccount other = new MemoryAccount(budget);
        MemoryAccount third = new MemoryAccount(budget);

        assertThat(one.take(500)).isTrue();
        assertThat(other.take(499)).isTrue();
        assertThat(third.take(2)).isFalse();
        assertThat(third.take(1)).isTrue();
        assertThat(budget.used()).isEqualTo(1_000);
    }

    @Test
    @Rule("R13")
    void oneChatMayTakeHalf() {
        MemoryAccount one = new MemoryAccount(budget);

        assertThat(one.take(501)).isFalse();
        assertThat(one.isAtItsLimit(501)).isTrue();
        assertThat(budget.used()).isZero();
        assertThat(one.take(500)).isTrue();
    }

    @Test
    void whatHasToHappenIsTakenWithoutAsking() {
        MemoryAccount one = new MemoryAccount(budget);
        one.hold(1_200);

        assertThat(budget.used()).isEqualTo(1_200);
        assertThat(new MemoryAccount(budget).take(1)).isFalse();

        one.close();
        assertThat(budget.used()).isZero();
    }

    @Test
    void aClosedAccountTakesAndGivesNothing() {
        MemoryAccount one = new MemoryAccount(budget);
        one.take(100);
        one.close();
        one.close();

        assertThat(one.take(50)).isTrue();
        one.hold(50);
        one.giveBack(70);
        assertThat(budget.used()).isZero();
    }

    @Test
    @Rule("R13")
    void underAnyConcurrencyEachByteIsGivenBackOnce() throws Exception {
        List<MemoryAccount> accounts =
                Stream.generate(() -> new MemoryAccount(budget)).limit(20).toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Void>> users = IntStream.range(0, 64)
                    .<Callable<Void>>mapToObj(seed -> () -> {
                        use(accounts, new SplittableRandom(seed));
                        return null;
                    })
                    .toList();
            for (Future<Void> user : threads.invokeAll(users)) {
                user.get();
            }
        } finally {
            threads.shutdownNow();
        }
        accounts.forEach(MemoryAccount::close);

        assertThat(budget.used()).isZero();
    }

    /** Takes and gives back what was taken; now and then an account is closed and so gives back the rest. */
    private void use(List<MemoryAccount> accounts, SplittableRandom random) {
        for (int i = 0; i < 3_000; i++) {
            MemoryAccount account = accounts.get(random.nextInt(accounts.size()));
            long bytes = random.nextInt(1, 60);
            if (random.nextInt(4) == 0) {
                account.hold(bytes);
                account.giveBack(bytes);
            } else if (account.take(bytes) && random.nextBoolean()) {
                account.giveBack(bytes);
            }
            assertThat(budget.used()).isBetween(0L, 1_000L + 64 * 60);
            if (random.nextInt(2_000) == 0) {
                account.close();
            }
        }
    }
}
