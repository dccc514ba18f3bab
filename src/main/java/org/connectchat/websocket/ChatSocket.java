package org.connectchat.websocket;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatListener;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.websocket.frame.TextFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/**
 * One socket of a participant: responds to the control topics and, once it has subscribed, receives the items of the
 * chat.
 */
final class ChatSocket implements ChatListener {

    private final Seat seat;
    private final Outbox outbox;
    private final ChatPresence presence;
    private final Frames frames;
    private final IncomingText incoming = new IncomingText();
    private final Liveness liveness = new Liveness();
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private final AtomicReference<@Nullable TextFrame> acknowledgement = new AtomicReference<>();

    ChatSocket(Seat seat, Outbox outbox, ChatPresence presence, Frames frames) {
        this.seat = seat;
        this.outbox = outbox;
        this.presence = presence;
        this.frames = frames;
    }

    Seat seat() {
        return seat;
    }

    Liveness liveness() {
        return liveness;
    }

    void ping() {
        outbox.ping();
    }

    /** Receives a message, or a part of a long one; only one thread at a time calls this. */
    void receive(String part, boolean last) {
        String text = incoming.add(part, last);
        if (incoming.isTooLong()) {
            close(CloseStatus.TOO_BIG_TO_PROCESS);
        } else if (text != null) {
            receive(text);
        }
    }

    private void receive(String text) {
        ClientFrame frame = ClientFrame.parse(text);
        if (frame == null) {
            return; // not a frame: ignored
        }
        switch (frame.topic()) {
            case Frames.SUBSCRIBE -> subscribe(frame);
            case Frames.HEARTBEAT -> outbox.post(Frames.HEARTBEAT_RESPONSE);
            case Frames.PING -> outbox.post(Frames.PING_RESPONSE);
            default -> {
                // unknown topics are ignored
            }
        }
    }

    /** Subscribes before it acknowledges, so that a client with the acknowledgement misses no item. */
    private void subscribe(ClientFrame frame) {
        TextFrame response = frames.subscribed(frame.topics());
        if (!frame.topics().contains(Frames.CHAT) || !subscribed.compareAndSet(false, true)) {
            outbox.post(response);
            return;
        }
        acknowledgement.set(response);
        presence.subscribe(seat, this);
        acknowledge();
        connect();
    }

    /** Sends the acknowledgement before any item, whether the subscribing thread or an item comes first. */
    private void acknowledge() {
        TextFrame response = acknowledgement.getAndSet(null);
        if (response != null) {
            outbox.post(response);
        }
    }

    private void connect() {
        try {
            presence.connect(seat);
        } catch (ChatRefused e) {
            // The chat ended while the socket was being opened; the subscription has sent the end.
            presence.unsubscribe(seat, this);
        }
    }

    @Override
    public void onItem(ChatItem item) {
        acknowledge();
        outbox.post(frames.chat(item));
    }

    /** The connection is closed: nothing more is sent, and what waits is forgotten. */
    void closed() {
        presence.unsubscribe(seat, this);
        outbox.forget();
    }

    void reset() {
        outbox.reset();
    }

    void close(CloseStatus status) {
        outbox.close(status);
    }

    CompletableFuture<Void> closing(CloseStatus status) {
        return outbox.closing(status);
    }

    void closeWhenEmpty(CloseStatus status) {
        outbox.closeWhenEmpty(status);
    }
}
