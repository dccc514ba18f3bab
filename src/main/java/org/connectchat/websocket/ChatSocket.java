package org.connectchat.websocket;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatListener;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.restjson.json.WireJson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/** One socket of a participant: answers the control topics, and once it has subscribed hears the chat. */
final class ChatSocket implements ChatListener {

    private final Seat seat;
    private final Outbox outbox;
    private final ChatPresence presence;
    private final WireJson json;
    private final Liveness liveness = new Liveness();
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private final AtomicReference<@Nullable String> acknowledgement = new AtomicReference<>();

    ChatSocket(Seat seat, Outbox outbox, ChatPresence presence, WireJson json) {
        this.seat = seat;
        this.outbox = outbox;
        this.presence = presence;
        this.json = json;
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

    void receive(String text) {
        ClientFrame frame = ClientFrame.parse(text);
        if (frame == null) {
            return; // nobody's protocol; it harms nothing
        }
        switch (frame.topic()) {
            case Frames.SUBSCRIBE -> subscribe(frame);
            case Frames.HEARTBEAT -> outbox.post(Frames.HEARTBEAT_ANSWER);
            case Frames.PING -> outbox.post(Frames.PING_ANSWER);
            default -> {
                // Topics of the future, or of somebody's imagination
            }
        }
    }

    /** Listens before it says so: whoever has been told that the subscription succeeded misses nothing. */
    private void subscribe(ClientFrame frame) {
        String answer = Frames.subscribed(frame.topics(), json);
        if (!frame.topics().contains(Frames.CHAT) || !subscribed.compareAndSet(false, true)) {
            outbox.post(answer);
            return;
        }
        acknowledgement.set(answer);
        presence.subscribe(seat, this);
        acknowledge();
        connect();
    }

    /** Before anything of the chat, whoever comes first: the one who subscribes, or an item that is heard at once. */
    private void acknowledge() {
        String answer = acknowledgement.getAndSet(null);
        if (answer != null) {
            outbox.post(answer);
        }
    }

    private void connect() {
        try {
            presence.connect(seat);
        } catch (ChatRefused e) {
            // The chat ended while the socket was being dialled; listening has told it so.
            presence.unsubscribe(seat, this);
        }
    }

    @Override
    public void onItem(ChatItem item) {
        acknowledge();
        outbox.post(Frames.chat(item, json));
    }

    void closed() {
        presence.unsubscribe(seat, this);
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
