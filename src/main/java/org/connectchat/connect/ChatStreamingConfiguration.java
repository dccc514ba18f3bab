package org.connectchat.connect;

import org.connectchat.restjson.error.Violations;
import org.connectchat.stream.TopicArn;
import org.jspecify.annotations.Nullable;

/**
 * The topic that a chat is streamed to (rules S4, S6 and S8).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ChatStreamingConfiguration.html">ChatStreamingConfiguration</a>
 */
public record ChatStreamingConfiguration(@Nullable String streamingEndpointArn) {

    private static final String ARN = "ChatStreamingConfiguration.StreamingEndpointArn";

    /** Checks the topic. */
    public void check(Violations violations) {
        violations.requiredText(ARN, streamingEndpointArn, 1, 350);
        if (streamingEndpointArn != null
                && !streamingEndpointArn.isEmpty()
                && TopicArn.of(streamingEndpointArn) == null) {
            violations.value(
                    ARN, "must be the ARN of an SNS topic, such as arn:aws:sns:us-east-1:000000000000:my-topic");
        }
    }
}
