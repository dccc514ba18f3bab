package org.connectchat.flow.action;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.ChatMessage;
import org.connectchat.flow.state.StatePath;

/**
 * The messages of the customer that stay hidden for the rest of the chat (rule F36): responses that come too late for the
 * action that hides them, and copies of those that came in time. It is guarded by the lock of the chat.
 */
public final class HiddenMessages {

    private static final int MAX_REMEMBERED = 16;

    private final Set<String> responses = new LinkedHashSet<>(2);
    private boolean hidesLateResponses;

    /** Hides responses to views from now on, unless an action takes them. */
    public void hideLateResponses() {
        hidesLateResponses = true;
    }

    boolean isHidingLateResponses() {
        return hidesLateResponses;
    }

    /** The hashes of the messages that were hidden, the oldest first. */
    List<String> hashes() {
        return List.copyOf(responses);
    }

    /** Restores what was saved. */
    void restore(List<String> hashes, boolean hidesLate, StatePath path) {
        path.require(hashes.size() <= MAX_REMEMBERED, "must have at most " + MAX_REMEMBERED + " elements");
        responses.addAll(hashes);
        hidesLateResponses = hidesLate;
    }

    /** A message was hidden; copies of it will be hidden, too. */
    public void remember(String content) {
        responses.add(hash(content));
        if (responses.size() > MAX_REMEMBERED) {
            responses.remove(responses.iterator().next());
        }
    }

    /**
     * Whether a message is hidden.
     *
     * @param isTaken whether it is a response that the action that waits takes
     */
    public boolean hides(ChatMessage message, boolean isTaken) {
        return isTaken
                ? !responses.isEmpty() && responses.contains(hash(message.content()))
                : hidesLateResponses && ViewResponses.isResponse(message);
    }

    private static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
