package org.connectchat.state;

import java.time.Instant;
import java.util.List;
import org.connectchat.attachment.SavedAttachment;
import org.connectchat.chat.identity.SavedIds;
import org.connectchat.chat.lifecycle.SavedStart;
import org.connectchat.chat.session.SavedChat;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.flow.state.SavedFlows;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is read.
 *
 * @param savedAt the moment of the save, by the clock of the emulator
 * @param clocksOfInstances those that instances have of their own; null in documents of versions without them
 * @param chats those that started first before the others
 * @param starts the results of ClientTokens, oldest first
 * @param attachments with their bytes
 * @param flows what is kept of flows that belongs to no single chat
 * @param ids how far seeded ids have come; null if they are unpredictable
 */
record SavedState(
        StateVersion version,
        Instant savedAt,
        EmulatorClock.Reading clock,
        @Nullable List<StateClocks.OfInstance> clocksOfInstances,
        List<SavedChat> chats,
        List<SavedStart> starts,
        List<SavedAttachment> attachments,
        SavedFlows flows,
        @Nullable SavedIds ids) {

    /** Without what is saved. */
    @Override
    public String toString() {
        return "SavedState[" + savedAt + "]";
    }
}
