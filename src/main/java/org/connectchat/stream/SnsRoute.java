package org.connectchat.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.connectchat.delivery.DeliveryFailure;
import org.connectchat.delivery.FailedResponse;
import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.SdkEndpoint;
import org.connectchat.outbound.TimeLimit;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/**
 * A server that speaks the Publish operation of SNS. Retries belong to the lane, so the client makes none.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
final class SnsRoute implements TopicRoute {

    private final SdkEndpoint endpoint;
    private final SnsClient client;
    private final Duration timeout;

    SnsRoute(SdkEndpoint endpoint, String region, Duration timeout) {
        this.endpoint = endpoint;
        this.client = endpoint.client(SnsClient.builder(), region, AwsRetryStrategy.doNotRetry());
        this.timeout = timeout;
    }

    @Override
    public void publish(TopicMessage message) throws DeliveryFailure {
        PublishRequest request = PublishRequest.builder()
                .topicArn(message.topic().text())
                .message(message.text())
                .messageAttributes(attributes(message.attributes()))
                .build();
        try {
            requireMessageId(endpoint.call(new TimeLimit(timeout), () -> client.publish(request)));
        } catch (AwsServiceException e) {
            throw failure(e);
        } catch (CallFailure e) {
            throw DeliveryFailure.forNow("SNS: " + e.reason());
        }
    }

    /** The SDK reads any XML and an empty body as a response without members. They may come from a proxy or a web server. */
    private static void requireMessageId(PublishResponse response) throws DeliveryFailure {
        if (response.messageId() == null) {
            throw DeliveryFailure.forNow("SNS: the response has no MessageId, so it is not a response of Publish");
        }
    }

    private static Map<String, MessageAttributeValue> attributes(Map<String, String> texts) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        texts.forEach((name, text) -> attributes.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(text)
                        .build()));
        return attributes;
    }

    private static DeliveryFailure failure(AwsServiceException error) {
        AwsErrorDetails details = error.awsErrorDetails();
        return FailedResponse.of(
                "SNS", error.statusCode(), details == null ? null : details.errorCode(), error.isThrottlingException());
    }
}
