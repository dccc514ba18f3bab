package org.connectchat.websocket;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Each participant has at most five sockets; dead ones are closed first (rule W18). A new connection is never refused,
 * because clients would connect again at once, and never waits: while the other sockets are pinged, a few more may be
 * open.
 */
final class SocketLimit {

    private static final int MAX_OPEN = 5;
    /** The limit while sockets are pinged; above it the oldest is closed without a ping. */
    private static final int MAX_WHILE_ASKED = 10;

    /**
     * Records a ping for the sockets that may have to be closed: all but the newest. All are recorded at once, so that
     * the first response does not decide which socket is closed.
     *
     * @return the sockets to ping
     */
    List<ChatSocket> ask(Deque<ChatSocket> oldestFirst) {
        if (oldestFirst.size() <= MAX_OPEN) {
            return List.of();
        }
        return oldestFirst.stream()
                .limit(oldestFirst.size() - 1L)
                .filter(socket -> socket.liveness().ask())
                .toList();
    }

    /**
     * Removes the surplus sockets: first the dead ones, then, when no ping waits for a response, the oldest.
     *
     * @return the removed sockets, which the caller must close
     */
    List<ChatSocket> takeSurplus(Deque<ChatSocket> oldestFirst) {
        List<ChatSocket> surplus = new ArrayList<>();
        for (ChatSocket socket : List.copyOf(oldestFirst)) {
            if (oldestFirst.size() > MAX_OPEN && socket.liveness().isDead()) {
                oldestFirst.remove(socket);
                surplus.add(socket);
            }
        }
        boolean decided =
                oldestFirst.stream().noneMatch(socket -> socket.liveness().isOpen());
        while (oldestFirst.size() > (decided ? MAX_OPEN : MAX_WHILE_ASKED)) {
            surplus.add(oldestFirst.removeFirst());
        }
        return surplus;
    }
}
