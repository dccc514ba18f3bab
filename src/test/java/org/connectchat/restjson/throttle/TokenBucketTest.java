package org.connectchat.restjson.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import io.github.resilience4j.ratelimiter.internal.InMemoryRateLimiterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the throttle is a token bucket to the token, on a nanosecond clock that is moved by hand. */
class TokenBucketTest {

    private static final ThrottleLimit START_CHAT_CONTACT = new ThrottleLimit(5.0, 8);

    private final AtomicLong nanos = new AtomicLong();

    /** Its limiters ask our clock instead of the machine's. */
    private final RateLimiterRegistry registry = new InMemoryRateLimiterRegistry(RateLimiterConfig.ofDefaults()) {
        @Override
        public RateLimiter rateLimiter(String name, RateLimiterConfig config) {
            return new AtomicRateLimiter(name, config, nanos::get);
        }
    };

    @Test
    @Rule("B2")
    void aFullBucketHoldsExactlyTheBurst() {
        TokenBucket bucket = bucket(START_CHAT_CONTACT);

        assertThat(taken(bucket, 100)).isEqualTo(8);
    }

    @Test
    @Rule("B2")
    void aTokenComesBackEveryFifthOfASecond() {
        TokenBucket bucket = bucket(START_CHAT_CONTACT);
        taken(bucket, 8);

        for (int i = 0; i < 20; i++) {
            after(Duration.ofMillis(199));
            assertThat(bucket.take()).isFalse();
            after(Duration.ofMillis(1));
            assertThat(taken(bucket, 10)).isEqualTo(1);
        }
    }

    @Test
    @Rule("B2")
    void aRefusedCallTakesNothing() {
        TokenBucket bucket = bucket(START_CHAT_CONTACT);
        taken(bucket, 8);
        taken(bucket, 1_000);

        after(Duration.ofMillis(600));

        assertThat(taken(bucket, 100)).isEqualTo(3);
    }

    @Test
    @Rule("B2")
    void aBucketLeftAloneHoldsNoMoreThanTheBurst() {
        TokenBucket bucket = bucket(START_CHAT_CONTACT);
        taken(bucket, 5);

        after(Duration.ofDays(30));

        assertThat(taken(bucket, 100)).isEqualTo(8);
    }

    @Test
    @Rule("B2")
    void inNoSpanOfTimeMorePassThanBurstAndRefillAllow() {
        TokenBucket bucket = bucket(START_CHAT_CONTACT);
        List<Long> passed = new ArrayList<>();
        // Pauses of changing length let the bucket fill to every level, and cross the refill windows everywhere.
        for (int i = 0; i < 20_000; i++) {
            after(Duration.ofMillis(i % 997 == 0 ? 1_234 : i % 101 == 0 ? 333 : 1));
            if (bucket.take()) {
                passed.add(nanos.get());
            }
        }

        for (int from = 0; from < passed.size(); from++) {
            for (int to = from; to < Math.min(passed.size(), from + 60); to++) {
                double seconds = (passed.get(to) - passed.get(from)) / 1e9;
                assertThat(to - from + 1).isLessThanOrEqualTo((int) Math.floor(8 + 5 * seconds + 1e-6));
            }
        }
        assertThat(passed).hasSizeGreaterThan(100);
    }

    @Test
    @Rule("B2")
    void overALongTimeTheRateIsExact() {
        TokenBucket bucket = bucket(START_CHAT_CONTACT);
        int passed = 0;
        for (int i = 0; i < 60_000; i++) {
            passed += bucket.take() ? 1 : 0;
            after(Duration.ofMillis(1));
        }

        assertThat(passed).isBetween(8 + 5 * 60 - 1, 8 + 5 * 60);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 8",
        "10, 15",
        "2, 5",
        "3, 7",
        "0.5, 1",
        "0.001, 1",
        "0.001, 1000000",
        "7.3, 20",
        "1000000, 1",
        "1000000, 1000000",
        "333333, 10",
        "1, 1000000"
    })
    @Rule("B2")
    void anyRateAndBurstIsKeptExactly(double rate, int burst) {
        TokenBucket bucket = bucket(new ThrottleLimit(rate, burst));
        assertThat(taken(bucket, burst + 10)).isEqualTo(burst);

        // A thousandth less and more than the time that a token takes: refills are counted in whole nanoseconds.
        double nanosPerToken = 1e9 / rate;
        nanos.addAndGet((long) (nanosPerToken * 0.998));
        assertThat(bucket.take()).isFalse();
        nanos.addAndGet((long) Math.ceil(nanosPerToken * 0.004));
        assertThat(taken(bucket, 10)).isEqualTo(1);
    }

    @Test
    @Rule("B2")
    void manyThreadsTogetherGetTheBurstAndNoMore() {
        TokenBucket bucket = bucket(new ThrottleLimit(5.0, 100));

        List<Integer> taken = Simultaneously.call(8, number -> taken(bucket, 1_000));

        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
    }

    private TokenBucket bucket(ThrottleLimit rate) {
        return new TokenBucket(registry, "AnOperation", rate);
    }

    private static int taken(TokenBucket bucket, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
