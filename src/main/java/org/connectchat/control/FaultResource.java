package org.connectchat.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /_emulator/faults}: what is to go wrong. */
@RestController
@RequestMapping("/_emulator/faults")
@Tag(name = "faults", description = "Errors, latencies, lost connections and bad sockets, at will.")
final class FaultResource {

    /** All that are in force, the oldest first. */
    record FaultList(List<FaultState> faults) {}

    private final Faults faults;
    private final FaultRules rules;

    FaultResource(Faults faults, FaultRules rules) {
        this.faults = faults;
        this.rules = rules;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Let something go wrong")
    FaultState add(@RequestBody @Valid FaultRule rule) {
        rules.check(rule);
        return FaultState.of(faults.add(rule));
    }

    @GetMapping
    @Operation(summary = "List the faults")
    FaultList list() {
        return new FaultList(faults.all().stream().map(FaultState::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one fault")
    FaultState read(@PathVariable String id) {
        Fault fault = faults.find(id);
        if (fault == null) {
            throw unknown(id);
        }
        return FaultState.of(fault);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove one fault")
    void remove(@PathVariable String id) {
        if (!faults.remove(id)) {
            throw unknown(id);
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove all faults")
    void removeAll() {
        faults.reset();
    }

    private static ControlProblem unknown(String id) {
        return ControlProblem.notFound("There is no fault " + id + "; GET /_emulator/faults lists those there are");
    }
}
