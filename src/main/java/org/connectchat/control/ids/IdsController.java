package org.connectchat.control.ids;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.IdSettings;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.reset.Resettable;
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
final class IdsController implements Resettable {

    /**
     * What ids and tokens follow from.
     *
     * @param seedable whether emulator.ids.seedable allows seeds
     * @param seed the seed from the next reset on; not there if they will be unpredictable
     * @param current the seed that they follow from now; not there if they are unpredictable
     */
    @Schema(name = "IdState", description = "Where ids and tokens come from.")
    record Ids(
            @Schema(description = "Whether the setting emulator.ids.seedable allows seeds", example = "true")
            boolean seedable,

            @Schema(
                    description = "The seed from the next reset on; absent if ids will be unpredictable",
                    example = "42")
            @Nullable
            Long seed,

            @Schema(description = "The seed in use; absent if ids are unpredictable", example = "42") @Nullable
            Long current) {}

    /**
     * A seed.
     *
     * @param seed any integer of 64 bits; null or nothing for unpredictable ids
     */
    @Schema(name = "SetSeedRequest", description = "A seed.", example = "{\"seed\": 42}")
    record Seed(
            @Schema(description = "Any integer of 64 bits; null or absent restores unpredictable ids", example = "42")
            @Nullable
            Long seed) {}

    private final IdGenerator ids;
    private final boolean seedable;

    IdsController(IdGenerator ids, IdSettings settings) {
        this.ids = ids;
        this.seedable = settings.seedable();
    }

    @GetMapping
    @Operation(
            operationId = "getSeed",
            summary = "Read the seed of ids and tokens",
            description = "Returns the seed in use and the seed that the next reset brings.")
    Ids read() {
        return new Ids(seedable, ids.nextSeed(), ids.seed());
    }

    @PutMapping
    @Operation(
            operationId = "setSeed",
            summary = "Set the seed of ids and tokens",
            description = "After each later reset, ids and tokens follow from this seed and are the same ones. "
                    + "409 unless the setting emulator.ids.seedable is true, because such tokens can be "
                    + "guessed.")
    Ids write(@RequestBody Seed seed) {
        if (!seedable) {
            throw ControlProblem.conflict("Ids follow from a seed only where emulator.ids.seedable is true:"
                    + " such tokens can be guessed. Start the emulator with EMULATOR_IDS_SEEDABLE=true");
        }
        ids.seedNext(seed.seed());
        return read();
    }

    /** The seed stays, so that each test of a run gets the same ids. */
    @Override
    public void reset() {
        ids.restart();
    }
}
