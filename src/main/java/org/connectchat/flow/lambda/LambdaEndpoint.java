package org.connectchat.flow.lambda;

import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.RegionalClients;
import org.connectchat.outbound.SdkEndpoint;
import org.connectchat.outbound.TimeLimit;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
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

    private final SdkEndpoint endpoint;
    private final RegionalClients<LambdaClient> clients;

    LambdaEndpoint(SdkEndpoint endpoint) {
        this.endpoint = endpoint;
        this.clients = new RegionalClients<>(
                region -> endpoint.client(LambdaClient.builder(), region, AwsRetryStrategy.doNotRetry()));
    }

    /** The way to the functions of a region. */
    FunctionRoute in(String region) {
        return (call, limit) -> call(clients.in(region), call, limit);
    }

    private FunctionResponse call(LambdaClient client, LambdaCall call, TimeLimit limit) throws CallFailure {
        InvokeRequest request = InvokeRequest.builder()
                .functionName(call.functionArn())
                .invocationType(call.asynchronous() ? InvocationType.EVENT : InvocationType.REQUEST_RESPONSE)
                .payload(SdkBytes.fromUtf8String(call.event()))
                .build();
        try {
            InvokeResponse response = endpoint.call(limit, () -> client.invoke(request));
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
        }
    }
}
