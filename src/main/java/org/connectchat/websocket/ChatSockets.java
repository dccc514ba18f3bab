package org.connectchat.websocket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.socket.CloseStatus;

/** All open sockets by participant: a limited number for each, and all closed when the emulator stops. */
public final class ChatSockets implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSockets.class);
    private static final Duration MAX_CLOSE_TIME = Duration.ofSeconds(1);

    private final Map<String, Deque<ChatSocket>> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    private final SocketLimit limit;

    ChatSockets(SocketLimit limit) {
        this.limit = limit;
    }

    void opened(ChatSocket socket) {
        List<ChatSocket> asked = new ArrayList<>();
        String id = participantId(socket);
        open.compute(id, (same, sockets) -> {
            Deque<ChatSocket> all = sockets == null ? new ArrayDeque<>() : sockets;
            all.addLast(socket);
            asked.addAll(limit.ask(all));
            return all;
        });
        asked.forEach(ChatSocket::ping);
        if (!asked.isEmpty()) {
            CompletableFuture.delayedExecutor(Liveness.TIME_TO_ANSWER.toMillis() + 1, TimeUnit.MILLISECONDS)
                    .execute(() -> closeSurplus(id));
        }
        closeSurplus(id); // closes sockets whose peers have not responded to an earlier ping
    }

    /** Counts any frame of a client as the response to a ping. */
    void heard(ChatSocket socket) {
        if (socket.liveness().answer()) {
            closeSurplus(participantId(socket));
        }
    }

    private void closeSurplus(String participantId) {
        List<ChatSocket> surplus = new ArrayList<>();
        open.computeIfPresent(participantId, (id, sockets) -> {
            surplus.addAll(limit.takeSurplus(sockets));
            return sockets;
        });
        surplus.forEach(socket -> socket.close(CloseStatus.NORMAL));
    }

    void closed(ChatSocket socket) {
        open.computeIfPresent(participantId(socket), (id, sockets) -> without(sockets, socket));
    }

    private static @Nullable Deque<ChatSocket> without(Deque<ChatSocket> sockets, ChatSocket socket) {
        sockets.remove(socket);
        return sockets.isEmpty() ? null : sockets;
    }

    /** Closes the sockets that participants of an ended chat left open, after all waiting frames are sent. */
    void over(Contact ended) {
        ended.participants().forEach(this::gone);
    }

    /** Closes all sockets, whose chats were removed, after all waiting frames are sent. */
    void allOver() {
        open.keySet().forEach(this::gone);
    }

    /** Closes the sockets of a participant that left the chat, after all waiting frames are sent. */
    void gone(Participant participant) {
        gone(participant.id());
    }

    private void gone(String participantId) {
        open.computeIfPresent(participantId, (id, sockets) -> {
            sockets.forEach(socket -> socket.closeWhenEmpty(CloseStatus.NORMAL));
            return sockets;
        });
    }

    /** How many sockets a participant has open, subscribed or not. */
    public int openOf(String participantId) {
        AtomicInteger count = new AtomicInteger();
        open.computeIfPresent(participantId, (id, sockets) -> {
            count.set(sockets.size());
            return sockets;
        });
        return count.get();
    }

    /**
     * Breaks all open sockets of a contact's participants, without a close frame.
     *
     * @return how many there were
     */
    public int drop(Contact contact) {
        List<ChatSocket> dropped = new ArrayList<>();
        for (Participant participant : contact.participants()) {
            // Remove it now: the container reports the end later, and another drop must not count it again.
            Deque<ChatSocket> sockets = open.remove(participant.id());
            if (sockets != null) {
                dropped.addAll(sockets);
            }
        }
        dropped.forEach(ChatSocket::reset);
        return dropped.size();
    }

    /** How many sockets are open. */
    public int count() {
        return all().size();
    }

    private static String participantId(ChatSocket socket) {
        return socket.seat().participant().id();
    }

    private List<ChatSocket> all() {
        List<ChatSocket> all = new ArrayList<>();
        open.keySet()
                .forEach(id -> open.computeIfPresent(id, (same, sockets) -> {
                    all.addAll(sockets);
                    return sockets;
                }));
        return all;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Runs before the web server waits for open requests to finish. */
    @Override
    public void stop() {
        running = false;
        CompletableFuture<?>[] closing = all().stream()
                .map(socket -> socket.closing(CloseStatus.GOING_AWAY))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(closing).get(MAX_CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Some clients did not read their close frame in time; the container drops them", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
