package org.connectchat.chat.contact;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.MemoryBudget;

/**
 * Rule R13: takes memory for chats. Ended chats that are merely kept make place, the oldest first, before anything is
 * refused. To be called without a lock, as forgetting a chat deletes its files.
 */
public final class ChatMemory {

    private final MemoryBudget budget;
    private volatile BooleanSupplier forgetsOldest = () -> false;

    public ChatMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * Sets what makes place.
     *
     * @param newForgetsOldest forgets one ended chat; false if none is left
     */
    public void makePlaceWith(BooleanSupplier newForgetsOldest) {
        forgetsOldest = newForgetsOldest;
    }

    public MemoryBudget budget() {
        return budget;
    }

    /** The account of a new chat. */
    public MemoryAccount open() {
        return new MemoryAccount(budget);
    }

    /**
     * Takes memory for something that is added to a chat.
     *
     * @throws ChatRefused if there is not so much left, or the chat has half of all
     */
    public void take(Contact contact, long bytes) {
        if (!takes(contact, bytes)) {
            budget.refused();
            throw contact.memory().isAtItsLimit(bytes)
                    ? new ChatRefused(
                            Reason.MEMORY_FULL,
                            "This chat has all of the emulator's memory that one chat may have, half of that for all."
                                    + " End it, or start the emulator with a larger heap (-Xmx).")
                    : full(Reason.MEMORY_FULL);
        }
    }

    /** Takes memory like {@link #take}; returns false if there is not so much left. */
    public boolean takes(Contact contact, long bytes) {
        boolean taken = contact.memory().take(bytes);
        while (!taken && !contact.memory().isAtItsLimit(bytes) && makesPlace()) {
            taken = contact.memory().take(bytes);
        }
        return taken;
    }

    /** Logs that something had to be refused which is no call. */
    public void refused() {
        budget.refused();
    }

    /** Gives back what was taken for something of a chat that is gone before the chat is. */
    public void giveBack(Contact contact, long bytes) {
        contact.memory().giveBack(bytes);
    }

    /** Runs a start of a chat, and runs it again as long as ended chats can make place for it. */
    public <T> T makingPlace(Supplier<T> start) {
        while (true) {
            try {
                return start.get();
            } catch (ChatRefused refused) {
                if (refused.reason() != Reason.MEMORY_FULL_FOR_CHATS) {
                    throw refused;
                }
                if (!makesPlace()) {
                    budget.refused();
                    throw refused;
                }
            }
        }
    }

    public ChatRefused fullForChats() {
        return full(Reason.MEMORY_FULL_FOR_CHATS);
    }

    private ChatRefused full(Reason reason) {
        return new ChatRefused(
                reason, "The emulator's memory is full: chats take " + budget + ". " + MemoryBudget.remedy());
    }

    private boolean makesPlace() {
        boolean made = forgetsOldest.getAsBoolean();
        if (made) {
            budget.endedChatsGo();
        }
        return made;
    }
}
