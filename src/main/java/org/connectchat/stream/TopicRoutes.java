package org.connectchat.stream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectchat.delivery.DeliveryFailure;
import org.connectchat.outbound.AccessKey;
import org.connectchat.outbound.BoundedHttp;
import org.connectchat.outbound.EndpointUrl;
import org.connectchat.outbound.SdkEndpoint;
import org.connectchat.outbound.WrongEndpointException;
import org.connectchat.stream.StreamingSettings.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds the way to a topic: an HTTP address that stands for it, else an SNS endpoint. It is never AWS by default. The
 * clients are made when they are first used.
 */
final class TopicRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRoutes.class);
    private static final List<String> VARIABLES = List.of("AWS_ENDPOINT_URL_SNS", "AWS_ENDPOINT_URL");
    private static final String SNS = "SNS";
    private static final int MAX_RESPONSE = 64 * 1024;
    private static final String NOT_CONFIGURED = "not configured; set emulator.streaming.endpoint to the URL of an SNS"
            + " server, or emulator.streaming.topics to an HTTP address for the topic";

    private final StreamingSettings settings;
    private final PropertyResolver environment;
    private final String region;
    private final Duration timeout;
    private final SingletonSupplier<BoundedHttp> http = SingletonSupplier.of(() -> new BoundedHttp(MAX_RESPONSE));
    private final SingletonSupplier<TopicRoute> sns = SingletonSupplier.of(this::sns);
    private final AtomicBoolean logged = new AtomicBoolean();

    /**
     * Reads the settings.
     *
     * @param environment the environment variables
     * @param region the region of the instances
     * @param timeout the longest time of one attempt
     */
    TopicRoutes(StreamingSettings settings, PropertyResolver environment, String region, Duration timeout) {
        this.settings = settings;
        this.environment = environment;
        this.region = region;
        this.timeout = timeout;
    }

    /** The server that the messages of a topic are sent to. */
    String destination(TopicArn topic) {
        Topic address = settings.address(topic);
        return address == null ? SNS : address.url().toString();
    }

    /**
     * The way to a topic.
     *
     * @throws DeliveryFailure if no message can come there
     */
    TopicRoute to(TopicArn topic) throws DeliveryFailure {
        if (topic.isFifo()) {
            throw DeliveryFailure.forGood("messages are streamed to standard topics only, and this is a FIFO topic");
        }
        if (!topic.region().equals(region)) {
            throw DeliveryFailure.forGood(
                    "the topic is not in the region of the instance (emulator.region), " + region);
        }
        Topic address = settings.address(topic);
        if (address != null) {
            return new HttpRoute(address.url(), address.form(), http.obtain(), timeout);
        }
        return sns.obtain();
    }

    private TopicRoute sns() {
        try {
            URI url = EndpointUrl.of(settings.endpoint(), environment, VARIABLES);
            return url == null
                    ? message -> {
                        throw notConfigured();
                    }
                    : new SnsRoute(new SdkEndpoint(url, AccessKey.of(environment), http.obtain()), region, timeout);
        } catch (WrongEndpointException e) {
            String reason = e.variable() + " " + e.reason();
            return message -> {
                throw DeliveryFailure.forGood(reason);
            };
        }
    }

    private DeliveryFailure notConfigured() {
        if (logged.compareAndSet(false, true)) {
            LOG.warn("Messages of a streamed chat are not delivered: {}", NOT_CONFIGURED);
        }
        return DeliveryFailure.forGood(NOT_CONFIGURED);
    }
}
