package org.connectchat.control.ids;

import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.IdSettings;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The seeds of ids and tokens, where configuration allows them: that of the emulator and those of instances. */
@Component
public final class Seeds {

    private final IdGenerator ids;
    private final boolean seedable;

    Seeds(IdGenerator ids, IdSettings settings) {
        this.ids = ids;
        this.seedable = settings.seedable();
    }

    IdState read(@Nullable String instanceId) {
        return instanceId == null
                ? new IdState(seedable, ids.nextSeed(), ids.seed())
                : new IdState(seedable, null, ids.seed(instanceId));
    }

    /** Uses a seed from the next reset on; null restores unpredictable ids. */
    void useNext(@Nullable Long seed) {
        requireSeedable();
        ids.seedNext(seed);
    }

    /**
     * Checks that {@link #restart} may use a seed.
     *
     * @param instanceId null for the emulator
     * @param seed null for none
     * @throws ControlProblem 409 if configuration allows no seed, or too many instances have one
     */
    public void requireUsable(@Nullable String instanceId, @Nullable Long seed) {
        if (seed == null) {
            return;
        }
        requireSeedable();
        if (instanceId != null && !ids.hasRoomFor(instanceId)) {
            throw ControlProblem.tooManyInstances(IdGenerator.MAX_INSTANCES, "a seed");
        }
    }

    private void requireSeedable() {
        if (!seedable) {
            throw ControlProblem.conflict("Ids follow from a seed only where emulator.ids.seedable is true:"
                    + " such tokens can be guessed. Start the emulator with EMULATOR_IDS_SEEDABLE=true");
        }
    }

    /**
     * Starts ids and tokens over.
     *
     * @param instanceId null for the emulator, whose seed stays, so that each test of a run gets the same ids
     * @param seed null for no new one; an instance then takes its ids from the source of the emulator again
     */
    public void restart(@Nullable String instanceId, @Nullable Long seed) {
        if (instanceId != null) {
            ids.restart(instanceId, seed);
            return;
        }
        if (seed != null) {
            ids.seedNext(seed);
        }
        ids.restart();
    }
}
