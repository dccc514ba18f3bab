package org.connectchat.flow.run;

import java.time.Instant;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.conversation.ChatItem;
import org.jspecify.annotations.Nullable;

/**
 * An action that waits: for a moment, for the customer, or for work that is done without a lock. All methods but the work
 * itself are called under the lock of the chat and return at once. Where one returns an outcome, the action goes on with
 * it; with null it goes on waiting.
 */
public interface Pending {

    /** What the action waits for, in words for the control API. */
    String waitsFor();

    /** The moment at which {@link #due} is called, on the emulator's clock; null for no limit. */
    default @Nullable Instant until() {
        return null;
    }

    /** What is to be done without a lock, once; null if nothing. Its completion goes on with the action. */
    default @Nullable Work work() {
        return null;
    }

    /** The moment has come, or the control API goes on without waiting (rule F80). */
    default @Nullable Outcome due(Step step) {
        return null;
    }

    /** The customer has sent a message or a file. */
    default @Nullable Outcome message(Step step, ChatItem item) {
        return null;
    }

    /** The custom participant has left. */
    default @Nullable Outcome customParticipantLeft(Step step) {
        return null;
    }

    /** Rule F36: whether a message is meant for this action alone, and stays out of the transcript. */
    default boolean hides(ChatMessage message) {
        return false;
    }
}
