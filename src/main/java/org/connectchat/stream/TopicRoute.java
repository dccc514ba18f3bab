package org.connectchat.stream;

import org.connectchat.delivery.DeliveryFailure;

/** A way to a topic. */
@FunctionalInterface
interface TopicRoute {

    /**
     * Publishes a message once. It blocks, for a bounded time.
     *
     * @throws DeliveryFailure if it was not published
     */
    void publish(TopicMessage message) throws DeliveryFailure;
}
