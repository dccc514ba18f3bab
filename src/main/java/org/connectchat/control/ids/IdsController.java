package org.connectchat.control.ids;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.IdSettings;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.reset.Resettable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The seed that makes ids and tokens the same in every run. */
@RestController
@RequestMapping(ResourcePaths.IDS)
@Tag(name = "ids", description = "Where ids and tokens come from.")
final class IdsController implements Resettable {

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
    IdState read() {
        return new IdState(seedable, ids.nextSeed(), ids.seed());
    }

    @PutMapping
    @Operation(
            operationId = "setSeed",
            summary = "Set the seed of ids and tokens",
            description = "After each later reset, ids and tokens follow from this seed and are the same ones. "
                    + "409 unless the setting emulator.ids.seedable is true, because such tokens can be "
                    + "guessed.")
    IdState write(@RequestBody SetSeedRequest request) {
        if (!seedable) {
            throw ControlProblem.conflict("Ids follow from a seed only where emulator.ids.seedable is true:"
                    + " such tokens can be guessed. Start the emulator with EMULATOR_IDS_SEEDABLE=true");
        }
        ids.seedNext(request.seed());
        return read();
    }

    /** The seed stays, so that each test of a run gets the same ids. */
    @Override
    public void reset() {
        ids.restart();
    }
}
