package org.connectchat.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Shows what happens in all chats to its subscribers. */
public final class Feed<T> {

    private final List<Consumer<T>> subscribers = new CopyOnWriteArrayList<>();

    /**
     * Shows all further happenings to a subscriber. It is called under the lock of the chat, so it returns at once and does no
     * I/O.
     */
    public void subscribe(Consumer<T> subscriber) {
        subscribers.add(subscriber);
    }

    /** Shows one to the subscribers. */
    public void publish(T happening) {
        for (Consumer<T> subscriber : subscribers) {
            subscriber.accept(happening);
        }
    }
}
