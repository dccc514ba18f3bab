package org.connectchat.chat.identity;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Generates every id, token and URL handle. The bits come from a SecureRandom, unless a test has set a seed: for all
 * instances, or for one.
 */
public final class IdGenerator {

    /** The most instances that have a seed of their own at a time. */
    public static final int MAX_INSTANCES = 1_000;

    /** @param ofInstances those of instances with a seed of their own */
    private record Sources(Ids common, Map<String, Ids> ofInstances) {}

    private final Ids unpredictable;
    private volatile Sources sources;

    @GuardedBy("this")
    private @Nullable Long nextSeed;

    public IdGenerator(Random random) {
        this.unpredictable = new Ids(random::nextBytes);
        this.sources = new Sources(unpredictable, Map.of());
    }

    /** The ids of an instance. A caller asks again for each id. */
    public Ids of(String instanceId) {
        Sources now = sources;
        return now.ofInstances().getOrDefault(instanceId, now.common());
    }

    /** Uses this seed from the next {@link #restart()} on; null restores unpredictable ids. */
    public synchronized void seedNext(@Nullable Long seed) {
        nextSeed = seed;
    }

    /** The seed of the next {@link #restart()}, or null. */
    public synchronized @Nullable Long nextSeed() {
        return nextSeed;
    }

    /** The seed in use, or null. */
    public @Nullable Long seed() {
        return seed(sources.common());
    }

    /** The seed that an instance has of its own, or null. */
    public @Nullable Long seed(String instanceId) {
        Ids own = sources.ofInstances().get(instanceId);
        return own == null ? null : seed(own);
    }

    private static @Nullable Long seed(Ids ids) {
        return ids.source() instanceof SeededSource seeded ? seeded.seed() : null;
    }

    /** Starts ids and tokens of all instances over, with the next seed if there is one. */
    public synchronized void restart() {
        Long seed = nextSeed;
        sources = new Sources(seed == null ? unpredictable : new Ids(SeededSource.of(seed)), Map.of());
    }

    /** Whether an instance may get a seed of its own, or {@link #MAX_INSTANCES} others have one. */
    public boolean hasRoomFor(String instanceId) {
        Map<String, Ids> seeded = sources.ofInstances();
        return seeded.containsKey(instanceId) || seeded.size() < MAX_INSTANCES;
    }

    /**
     * Starts ids and tokens of one instance over, with a seed of its own (rule C32).
     *
     * @param seed null to take them from the common source again
     */
    public synchronized void restart(String instanceId, @Nullable Long seed) {
        Map<String, Ids> ofInstances = new HashMap<>(sources.ofInstances());
        if (seed == null) {
            ofInstances.remove(instanceId);
        } else {
            ofInstances.put(instanceId, new Ids(SeededSource.of(seed, instanceId)));
        }
        sources = new Sources(sources.common(), ofInstances);
    }

    /** How far a seeded source has come; null if ids are unpredictable. */
    public @Nullable SavedIds save() {
        return sources.common().source() instanceof SeededSource seeded
                ? new SavedIds(seeded.seed(), seeded.drawn())
                : null;
    }

    /** How far the sources of instances with a seed of their own have come, in the order of the ids of the instances. */
    public List<SavedInstanceIds> saveOfInstances() {
        List<SavedInstanceIds> saved = new ArrayList<>();
        sources.ofInstances().forEach((instanceId, ids) -> {
            if (ids.source() instanceof SeededSource seeded) {
                saved.add(new SavedInstanceIds(instanceId, seeded.seed(), seeded.drawn()));
            }
        });
        saved.sort(Comparator.comparing(SavedInstanceIds::instanceId));
        return saved;
    }

    /**
     * Goes on where seeded sources were saved, so that no id is given twice; the next seed stays.
     *
     * @param saved null if ids were unpredictable; then the common source stays as it is
     */
    public void restore(@Nullable SavedIds saved, List<SavedInstanceIds> savedOfInstances) {
        Map<String, Ids> ofInstances = new HashMap<>();
        savedOfInstances.forEach(each -> ofInstances.put(
                each.instanceId(),
                new Ids(SeededSource.of(each.seed(), each.instanceId()).after(each.drawn()))));
        Ids common =
                saved == null ? null : new Ids(SeededSource.of(saved.seed()).after(saved.drawn()));
        synchronized (this) {
            sources = new Sources(common == null ? sources.common() : common, ofInstances);
        }
    }
}
