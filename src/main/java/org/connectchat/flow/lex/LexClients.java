package org.connectchat.flow.lex;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lexruntimev2.LexRuntimeV2Client;

/** Makes clients of a Lex endpoint. They read no files of AWS's tools, so that nothing but the endpoint is called. */
final class LexClients {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(1);
    private static final int SERVER_ERROR = 500;

    private LexClients() {}

    static LexRuntimeV2Client make(URI endpoint, String region, LexCredentials credentials, Duration timeout) {
        ProfileFile noProfiles = ProfileFile.aggregator().build();
        return LexRuntimeV2Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .credentialsProvider(StaticCredentialsProvider.create(of(credentials)))
                .httpClient(new BoundedHttpClient(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(timeout)
                                .socketTimeout(timeout)
                                .proxyConfiguration(ProxyConfiguration.builder()
                                        .useSystemPropertyValues(false)
                                        .useEnvironmentVariablesValues(false)
                                        .build())
                                .build(),
                        timeout))
                .overrideConfiguration(configuration -> configuration
                        .defaultProfileFile(noProfiles)
                        .apiCallTimeout(timeout)
                        .retryStrategy(retries()))
                .build();
    }

    private static AwsCredentials of(LexCredentials credentials) {
        String token = credentials.sessionToken();
        return token == null || token.isBlank()
                ? AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey())
                : AwsSessionCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey(), token);
    }

    /** Two more tries after a 5xx (rule F67), however many calls have failed before. */
    private static StandardRetryStrategy retries() {
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
