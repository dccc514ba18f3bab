package org.connectchat.chat.contact;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.memory.MemoryPool;

/**
 * Rule R13: takes memory for chats. Before it refuses, it forgets ended chats, the oldest first. Callers hold no lock
 * of a chat, because forgetting a chat takes its lock.
 */
public final class ChatMemory {

    private final MemoryBudget budget;
    private volatile MemoryPool pool;
    private volatile BooleanSupplier forgetsOldest = () -> false;

    public ChatMemory(MemoryBudget budget) {
        this.budget = budget;
        this.pool = new MemoryPool(budget);
    }

    /**
     * Sets what frees memory.
     *
     * @param newForgetsOldest forgets one ended chat; returns false if none is left
     */
    public void makePlaceWith(BooleanSupplier newForgetsOldest) {
        forgetsOldest = newForgetsOldest;
    }

    public MemoryBudget budget() {
        return budget;
    }

    /** The account of a new chat. */
    public MemoryAccount open() {
        return new MemoryAccount(pool);
    }

    /** What the accounts of the chats that are in the store take together. */
    public MemoryPool pool() {
        return pool;
    }

    /** Takes the memory of all chats back, because all of them are removed. No chat is opened meanwhile. */
    public void startAnew() {
        MemoryPool removed = pool;
        pool = new MemoryPool(budget);
        removed.close();
    }

    /**
     * Takes memory for something that is added to a chat.
     *
     * @throws ChatRefused if not enough is left, or the chat would have more than half of all
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

    /** Takes memory like {@link #take}, but returns false where that refuses. */
    public boolean takes(Contact contact, long bytes) {
        boolean taken = contact.memory().take(bytes);
        while (!taken && !contact.memory().isAtItsLimit(bytes) && makesPlace()) {
            taken = contact.memory().take(bytes);
        }
        return taken;
    }

    /** Logs that something other than a call was refused. */
    public void refused() {
        budget.refused();
    }

    /** Gives back the memory of something that is removed before its chat is. */
    public void giveBack(Contact contact, long bytes) {
        contact.memory().giveBack(bytes);
    }

    /** Runs a start of a chat, and repeats it as long as it is refused and ended chats can be forgotten. */
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
