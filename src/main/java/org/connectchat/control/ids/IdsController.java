package org.connectchat.control.ids;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The seed that makes ids and tokens the same in every run. */
@RestController
@RequestMapping(ResourcePaths.IDS)
@Tag(name = "ids", description = "Where ids and tokens come from.")
final class IdsController {

    private final Seeds seeds;

    IdsController(Seeds seeds) {
        this.seeds = seeds;
    }

    @GetMapping
    @Operation(
            operationId = "getSeed",
            summary = "Read the seed of ids and tokens",
            description =
                    "Returns the seed in use and the seed that the next reset brings. With an instanceId, returns "
                            + "the seed that this instance has of its own, if it has one.")
    IdState read(@Valid InstanceParameter of) {
        return seeds.read(of.instanceId());
    }

    @PutMapping
    @Operation(
            operationId = "setSeed",
            summary = "Set the seed of ids and tokens",
            description = "After each later reset, ids and tokens follow from this seed and are the same ones. "
                    + "409 unless the setting emulator.ids.seedable is true, because such tokens can be "
                    + "guessed. The reset of one instance takes the seed for that instance.")
    IdState write(@RequestBody SetSeedRequest request) {
        seeds.useNext(request.seed());
        return seeds.read(null);
    }
}
