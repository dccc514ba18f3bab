package org.connectchat.testkit;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.connect.ConnectClient;

/** The real client, told only where the emulator is. */
public final class Sdk {

    private Sdk() {}

    /** Every answer reaches the caller as it is. */
    public static ConnectClient withoutRetries(URI endpoint) {
        return client(endpoint, AwsRetryStrategy.doNotRetry());
    }

    /** As an application has it unless it asks for something else. */
    public static ConnectClient withStandardRetries(URI endpoint) {
        return client(endpoint, AwsRetryStrategy.standardRetryStrategy());
    }

    private static ConnectClient client(URI endpoint, RetryStrategy retries) {
        return ConnectClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries))
                .build();
    }
}
