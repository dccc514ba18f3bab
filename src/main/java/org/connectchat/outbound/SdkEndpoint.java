package org.connectchat.outbound;

import java.net.URI;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** A server that speaks the protocol of an AWS service. Clients of the SDK call it by {@link BoundedHttp}, and nothing else. */
public final class SdkEndpoint {

    private final URI url;
    private final StaticCredentialsProvider credentials;
    private final SdkTransport transport;

    /**
     * Makes no connection.
     *
     * @param url the base URL of the server
     * @param key the key that signs the calls
     */
    public SdkEndpoint(URI url, AccessKey key, BoundedHttp http) {
        this.url = url;
        this.credentials = StaticCredentialsProvider.create(credentials(key));
        this.transport = new SdkTransport(http);
    }

    private static AwsCredentials credentials(AccessKey key) {
        return key.sessionToken() == null
                ? AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())
                : AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), key.sessionToken());
    }

    /**
     * Makes a client of a region. Everything is given, so that no file and no variable of the machine changes the client.
     *
     * @param builder the builder of the service's synchronous client
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String region, RetryStrategy retries) {
        return builder.endpointOverride(url)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(transport)
                .defaultsMode(DefaultsMode.STANDARD)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .overrideConfiguration(options -> options.retryStrategy(retries)
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }

    /**
     * Makes a call by a client of this endpoint. All its tries share the limit.
     *
     * @throws CallFailure if there is no response that can be read within the limit
     * @throws AwsServiceException if the service responds with an error
     */
    public <T> T call(TimeLimit limit, Supplier<T> call) throws CallFailure {
        try {
            return transport.within(limit, call);
        } catch (AwsServiceException e) {
            throw e;
        } catch (RuntimeException e) {
            // The SDK throws more than SdkException for a body of the wrong shape.
            CallFailure failure = CallFailure.in(e);
            throw failure != null
                    ? failure
                    : new CallFailure("the AWS SDK reports " + e.getClass().getSimpleName(), e);
        }
    }
}
