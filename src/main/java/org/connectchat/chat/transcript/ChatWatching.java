package org.connectchat.chat.transcript;

/**
 * A watch of a chat that goes on.
 *
 * @param again shows the chat to the watch, as after a change
 * @param end ends the watch, if it has not ended
 */
public record ChatWatching(Runnable again, Runnable end) {

    static final ChatWatching OVER = new ChatWatching(() -> {}, () -> {});
}
