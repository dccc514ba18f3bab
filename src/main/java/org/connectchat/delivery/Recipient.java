package org.connectchat.delivery;

/** The system that the items of a lane are delivered to. */
@FunctionalInterface
public interface Recipient<T> {

    /**
     * Makes one attempt to deliver an item, within {@link DeliverySettings#timeout}. It may block.
     *
     * @throws DeliveryFailure if the recipient has not taken the item
     */
    void deliver(T item) throws DeliveryFailure;
}
