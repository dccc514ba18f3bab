package org.connectchat.flow.lex;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Calls Lex again when it fails. */
final class LexRetries {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(1);
    private static final int SERVER_ERROR = 500;

    private LexRetries() {}

    /** Two more tries after a 5xx (rule F67), however many calls have failed before. */
    static StandardRetryStrategy make() {
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(FIRST_BACKOFF, LONGEST_BACKOFF);
        return StandardRetryStrategy.builder()
                .useClientDefaults(false)
                .maxAttempts(ATTEMPTS)
                .circuitBreakerEnabled(false)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                .treatAsThrottling(failure -> false)
                .retryOnException(failure ->
                        failure instanceof SdkServiceException service && service.statusCode() >= SERVER_ERROR)
                .build();
    }
}
