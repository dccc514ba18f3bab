package org.connectchat.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.Handles;
import org.connectchat.chat.IdSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /_emulator/ids}: ids and tokens that are the same in every run. */
@RestController
@RequestMapping("/_emulator/ids")
@Tag(name = "ids", description = "Where ids and tokens come from.")
final class IdsResource implements Resettable {

    /**
     * What ids and tokens follow from.
     *
     * @param seedable whether emulator.ids.seedable allows seeds
     * @param seed the seed from the next reset on; not there if they will be unpredictable
     * @param current the seed that they follow from now; not there if they are unpredictable
     */
    record Ids(
            boolean seedable, @Nullable Long seed, @Nullable Long current) {}

    /**
     * A seed.
     *
     * @param seed any integer of 64 bits; null or nothing for unpredictable ids
     */
    record Seed(@Nullable Long seed) {}

    private final Handles handles;
    private final boolean seedable;

    IdsResource(Handles handles, IdSettings settings) {
        this.handles = handles;
        this.seedable = settings.seedable();
    }

    @GetMapping
    @Operation(summary = "Read the seed")
    Ids read() {
        return new Ids(seedable, handles.nextSeed(), handles.seed());
    }

    @PutMapping
    @Operation(
            summary = "Set the seed",
            description = "From the next reset on all ids and tokens follow from it, after each reset the same ones."
                    + " Refused unless emulator.ids.seedable is true: such tokens can be guessed.")
    Ids write(@RequestBody Seed seed) {
        if (!seedable) {
            throw ControlProblem.conflict("Ids follow from a seed only where emulator.ids.seedable is true:"
                    + " such tokens can be guessed. Start the emulator with EMULATOR_IDS_SEEDABLE=true");
        }
        handles.seedNext(seed.seed());
        return read();
    }

    /** The seed stays, so that each test of a run gets the same ids. */
    @Override
    public void reset() {
        handles.restart();
    }
}
