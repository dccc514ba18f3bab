package org.connectchat.state;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps saves from seeing half of a state that is replaced: by a load, or by a reset. Its lock is held while a file is written,
 * but never while a client is waited for.
 */
public final class StateReplacement {

    private final ReentrantReadWriteLock replacing = new ReentrantReadWriteLock();
    private final AtomicLong replacements = new AtomicLong();

    /** Replaces the state while nothing saves it. */
    public <T> T alone(Supplier<T> replacement) {
        replacing.writeLock().lock();
        try {
            return replacement.get();
        } finally {
            replacements.incrementAndGet();
            replacing.writeLock().unlock();
        }
    }

    /**
     * Saves the state while nothing replaces it.
     *
     * @param before read without the lock, because it may take long; repeated if the state is replaced meanwhile
     */
    <T> void save(Supplier<T> before, Consumer<T> saving) {
        boolean saved = false;
        while (!saved) {
            long seen = replacements.get();
            T first = before.get();
            replacing.readLock().lock();
            try {
                if (seen == replacements.get()) {
                    saving.accept(first);
                    saved = true;
                }
            } finally {
                replacing.readLock().unlock();
            }
        }
    }
}
