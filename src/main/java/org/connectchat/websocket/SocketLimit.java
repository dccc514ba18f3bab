package org.connectchat.websocket;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Five sockets at most for each participant, of which dead ones go first (rule W18). A connection is never refused, because clients would connect again at once, and never waits: while the other sockets
 * are pinged, some more may be open.
 */
final class SocketLimit {

    private static final int MAX_OPEN = 5;
    /** The limit while some are pinged; above it the oldest is closed without a ping. */
    private static final int MAX_WHILE_ASKED = 10;

    /**
     * Notes the question for the sockets of which one may have to go: all but the newest, and all at once, so that the
     * first answer decides nothing.
     *
     * @return those that are to be pinged
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
     * Takes out those that have to go: first the dead ones, then, once no answer is awaited any more, the oldest.
     *
     * @return those that were taken out, to be closed
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
