package org.connectchat.flow.lambda;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * A server that speaks the Invoke operation of AWS Lambda (rule F57).
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class LambdaEndpoint {

    /** More than AWS has. An ARN may come from a customer, so regions without end are possible. */
    private static final int MAXIMUM_REGIONS = 64;

    private final URI endpoint;
    private final StaticCredentialsProvider credentials;
    private final SdkTransport transport;

    @GuardedBy("this")
    private final Map<String, LambdaClient> clients = new HashMap<>();

    LambdaEndpoint(URI endpoint, Credentials credentials, BoundedHttp http) {
        this.endpoint = endpoint;
        this.credentials = StaticCredentialsProvider.create(ofTheSdk(credentials));
        this.transport = new SdkTransport(http);
    }

    private static AwsCredentials ofTheSdk(Credentials credentials) {
        return credentials.sessionToken() == null
                ? AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey())
                : AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }

    /** The way to the functions of a region. */
    FunctionRoute in(String region) {
        return (call, limit) -> call(client(region), call, limit);
    }

    private FunctionResponse call(LambdaClient client, LambdaCall call, TimeLimit limit) throws CallFailure {
        InvokeRequest request = InvokeRequest.builder()
                .functionName(call.functionArn())
                .invocationType(call.asynchronous() ? InvocationType.EVENT : InvocationType.REQUEST_RESPONSE)
                .payload(SdkBytes.fromUtf8String(call.event()))
                .build();
        try {
            InvokeResponse response = transport.within(limit, () -> client.invoke(request));
            SdkBytes payload = response.payload();
            return new FunctionResponse(
                    response.statusCode(),
                    response.functionError() != null,
                    null,
                    payload == null ? new byte[0] : payload.asByteArray());
        } catch (AwsServiceException e) {
            String code =
                    e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
            return new FunctionResponse(e.statusCode(), false, code, new byte[0]);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private static CallFailure failure(SdkException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailure failure) {
                return failure;
            }
        }
        return new CallFailure("the AWS SDK reports " + problem.getClass().getSimpleName(), problem);
    }

    private synchronized LambdaClient client(String region) throws CallFailure {
        LambdaClient client = clients.get(region);
        if (client == null) {
            if (clients.size() == MAXIMUM_REGIONS) {
                throw new CallFailure("functions of " + MAXIMUM_REGIONS + " other regions were called before");
            }
            client = create(region);
            clients.put(region, client);
        }
        return client;
    }

    /** Everything is given, so that no file and no variable of the machine changes the client. */
    private LambdaClient create(String region) {
        return LambdaClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(transport)
                .defaultsMode(DefaultsMode.STANDARD)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }
}
