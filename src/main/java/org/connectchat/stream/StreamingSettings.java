package org.connectchat.stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.outbound.EndpointUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.streaming.*}: where the messages of streamed chats are published.
 *
 * @param endpoint a server that speaks the Publish operation of SNS; null for AWS_ENDPOINT_URL_SNS, then AWS_ENDPOINT_URL,
 *     then none
 * @param topics HTTP addresses that stand for topics; they go before the endpoint
 */
@ConfigurationProperties("emulator.streaming")
record StreamingSettings(
        @Nullable URI endpoint, @DefaultValue List<@NotNull @Valid Topic> topics) {

    /**
     * An HTTP address that stands for a topic.
     *
     * @param arn the ARN of the topic
     * @param url where the messages are posted
     * @param form the form of the messages
     */
    record Topic(
            @NotNull String arn,
            @NotNull URI url,
            @DefaultValue("sns") TopicForm form) {

        @AssertTrue(message = "arn must be the ARN of an SNS topic")
        boolean isArnOfTopic() {
            return TopicArn.of(arn) != null;
        }

        @AssertTrue(message = "url must be an http or https URL with a host")
        boolean isUrlReachable() {
            return EndpointUrl.isUrl(url);
        }

        /** Without the URL, which may hold a secret. */
        @Override
        public String toString() {
            return "Topic[" + arn + "]";
        }
    }

    @AssertTrue(message = "endpoint must be an http or https URL with a host, and without a query")
    boolean isEndpointUsable() {
        return endpoint == null || EndpointUrl.isUsable(endpoint);
    }

    @AssertTrue(message = "topics must have one address for each ARN")
    boolean isEachTopicOnce() {
        Set<String> seen = new HashSet<>();
        return topics.stream().allMatch(topic -> topic == null || seen.add(topic.arn()));
    }

    /** The address that stands for a topic, or null. */
    @Nullable
    Topic address(TopicArn topic) {
        for (Topic each : topics) {
            if (each.arn().equals(topic.text())) {
                return each;
            }
        }
        return null;
    }

    /** Without the URLs, which may hold secrets. */
    @Override
    public String toString() {
        return "StreamingSettings" + topics;
    }
}
