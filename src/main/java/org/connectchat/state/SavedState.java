package org.connectchat.state;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.attachment.SavedAttachment;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.SavedIds;
import org.connectchat.chat.identity.SavedInstanceIds;
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
 * @param idsOfInstances how far the ids of instances with seeds of their own have come; null if there are none
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
        @Nullable SavedIds ids,
        @Nullable List<SavedInstanceIds> idsOfInstances) {

    /** How far the ids of instances with seeds of their own have come. */
    List<SavedInstanceIds> instanceIds() {
        return idsOfInstances == null ? List.of() : idsOfInstances;
    }

    /**
     * Checks how far ids have come. All seeds together give a bounded number of bytes, because a load skips them.
     *
     * @throws StateRefused if that is wrong
     */
    void checkIds() {
        long drawn = ids == null ? 0 : requireDrawn(ids.drawn(), 0, "ids.drawn");
        List<SavedInstanceIds> all = instanceIds();
        StateRefused.unless(
                all.size() <= IdGenerator.MAX_INSTANCES,
                "idsOfInstances",
                "must have at most " + IdGenerator.MAX_INSTANCES + " elements");
        Set<String> instances = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String path = "idsOfInstances[" + i + "].";
            SavedInstanceIds each = all.get(i);
            int length = each.instanceId().length();
            StateRefused.unless(length >= 1 && length <= 100, path + "instanceId", "must have 1 to 100 characters");
            StateRefused.unless(instances.add(each.instanceId()), path + "instanceId", "is that of another element");
            drawn += requireDrawn(each.drawn(), drawn, path + "drawn");
        }
    }

    private static long requireDrawn(long drawn, long before, String path) {
        StateRefused.unless(
                drawn >= 0 && drawn <= SavedIds.MOST_DRAWN - before,
                path,
                "must be from 0 to " + SavedIds.MOST_DRAWN + ", together with that of all other seeds");
        return drawn;
    }

    /** Without what is saved. */
    @Override
    public String toString() {
        return "SavedState[" + savedAt + "]";
    }
}
