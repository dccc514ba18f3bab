package org.connectchat.stream;

import java.time.Duration;
import org.connectchat.delivery.DeliveryFailure;
import org.connectchat.restjson.json.WireJson;

/** Publishes the items of chats to topics, one attempt at a time, unless a fault forbids it. */
final class Publisher {

    private final TopicRoutes routes;
    private final StreamFaults faults;
    private final WireJson json;
    private final String accountId;
    private final Duration timeout;

    Publisher(TopicRoutes routes, StreamFaults faults, WireJson json, String accountId, Duration timeout) {
        this.routes = routes;
        this.faults = faults;
        this.json = json;
        this.accountId = accountId;
        this.timeout = timeout;
    }

    /** The server that the messages of a topic are sent to. */
    String destination(TopicArn topic) {
        return routes.destination(topic);
    }

    void publish(StreamedItem streamed, TopicArn topic) throws DeliveryFailure {
        suffer(faults.onPublish(streamed.instanceId(), streamed.item().contactId()));
        routes.to(topic).publish(TopicMessage.of(streamed, topic, accountId, json));
    }

    private void suffer(StreamFault fault) throws DeliveryFailure {
        switch (fault.kind()) {
            case FORBIDDEN -> throw DeliveryFailure.forGood("the policy of the topic forbids it, by " + fault.id());
            case FAILING -> throw DeliveryFailure.forNow("the endpoint fails, by " + fault.id());
            case SLOW -> await(fault);
            case NONE -> {
                // nothing goes wrong
            }
        }
    }

    /** A slow endpoint occupies the thread of the attempt, and no longer than an attempt may take. */
    private void await(StreamFault fault) throws DeliveryFailure {
        boolean late = fault.delay().compareTo(timeout) >= 0;
        try {
            Thread.sleep((late ? timeout : fault.delay()).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeliveryFailure.forNow("the attempt was interrupted");
        }
        if (late) {
            throw DeliveryFailure.forNow(
                    "no response within the time limit of " + timeout.toMillis() + " ms, by " + fault.id());
        }
    }
}
