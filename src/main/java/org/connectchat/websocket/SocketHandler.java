package org.connectchat.websocket;

import static java.util.Objects.requireNonNull;

import jakarta.websocket.Session;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.restjson.tomcat.ConnectionResetter;
import org.connectchat.websocket.frame.FrameUpgradeStrategy;
import org.connectchat.websocket.frame.FrameWriter;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Turns the container's sockets into chat sockets. */
final class SocketHandler extends AbstractWebSocketHandler {

    private static final String SOCKET = ChatSocket.class.getName();
    private static final String WEIGHED = SocketHandler.class.getName();

    /** The memory of a socket: the container's objects and buffers, and the frames that may always wait on it. */
    private static final long WEIGHT = 14_000L + WaitingFrames.OWN_SHARE;

    private final ChatPresence presence;
    private final ChatSockets sockets;
    private final Frames frames;
    private final Executor executor;
    private final SocketFaults faults;
    private final ConnectionResetter connections;
    private final SocketCounts counts;
    private final WaitingFrames waiting;
    private final ChatMemory memory;

    SocketHandler(
            ChatPresence presence,
            ChatSockets sockets,
            Frames frames,
            Executor executor,
            SocketFaults faults,
            ConnectionResetter connections,
            SocketCounts counts,
            WaitingFrames waiting,
            ChatMemory memory) {
        this.waiting = waiting;
        this.memory = memory;
        this.presence = presence;
        this.sockets = sockets;
        this.frames = frames;
        this.executor = executor;
        this.faults = faults;
        this.connections = connections;
        this.counts = counts;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        limitCloseHandshake(session);
        Seat seat = (Seat) requireNonNull(session.getAttributes().get(TicketHandshakeInterceptor.SEAT));
        String instanceId = seat.contact().instanceId();
        String contactId = seat.contact().id();
        Outbox outbox = new Outbox(
                session,
                executor,
                () -> faults.onFrame(instanceId, contactId),
                () -> breakOff(session),
                counts,
                waiting,
                (FrameWriter) requireNonNull(session.getAttributes().get(FrameUpgradeStrategy.FRAMES)));
        ChatSocket socket = new ChatSocket(seat, outbox, presence, frames);
        session.getAttributes().put(SOCKET, socket);
        boolean weighed = memory.takes(seat.contact(), WEIGHT);
        session.getAttributes().put(WEIGHED, weighed);
        sockets.opened(socket);
        if (!weighed) {
            memory.refused();
            socket.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        if (presence.isGone(seat)) {
            socket.close(CloseStatus.NORMAL); // the participant left, or the chat was reset, meanwhile
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        ChatSocket socket = socket(session);
        if (message.isLast()) {
            counts.frameReceived();
            sockets.heard(socket);
        }
        socket.receive(message.getPayload(), message.isLast());
    }

    /** The container gives a long message in parts, so that its buffer for each socket can be small. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        sockets.heard(socket(session));
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        socket(session).close(CloseStatus.NOT_ACCEPTABLE);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        ChatSocket socket = socket(session);
        socket.closed();
        sockets.closed(socket);
        if (Boolean.TRUE.equals(session.getAttributes().remove(WEIGHED))) {
            memory.giveBack(socket.seat().contact(), WEIGHT);
        }
    }

    private void breakOff(WebSocketSession session) {
        InetSocketAddress remote = session.getRemoteAddress();
        if (remote != null) {
            connections.reset(remote);
        }
    }

    /**
     * Breaks the connection after two seconds if the client does not reply to a close frame; Tomcat would wait half a
     * minute.
     */
    private static void limitCloseHandshake(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession container) {
            Session tomcats = container.getNativeSession(Session.class);
            if (tomcats != null) {
                tomcats.getUserProperties().put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", 2_000L);
            }
        }
    }

    private static ChatSocket socket(WebSocketSession session) {
        return (ChatSocket) requireNonNull(session.getAttributes().get(SOCKET));
    }
}
