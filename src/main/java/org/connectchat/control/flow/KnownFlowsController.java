package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.connectchat.control.InstanceId;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.files.FlowFiles;
import org.connectchat.flow.store.FlowCollection;
import org.connectchat.flow.store.FlowStore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The flows and modules that the emulator knows, and the files that they come from (rules F75 and F77). */
@RestController
@RequestMapping(ResourcePaths.FLOWS)
@Tag(name = "flows")
final class KnownFlowsController {

    private final FlowStore store;
    private final FlowFiles files;

    KnownFlowsController(FlowStore store, FlowFiles files) {
        this.store = store;
        this.files = files;
    }

    @GetMapping
    @Operation(
            operationId = "listFlows",
            summary = "List the flows and modules",
            description = "Lists the flows and modules of files, and those that the management operations of Amazon "
                    + "Connect created. Those of files belong to every instance. With an instanceId, the list has only "
                    + "what this instance has.")
    KnownFlows list(
            @Parameter(description = "Only what this instance has, by its id; all instances if absent")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @InstanceId
                    @Nullable
                    String instanceId) {
        return new KnownFlows(views(store.flows(), instanceId), views(store.modules(), instanceId));
    }

    private static List<KnownFlow> views(FlowCollection collection, @Nullable String instanceId) {
        return (instanceId == null ? collection.everywhere() : collection.all(instanceId))
                .stream().map(KnownFlow::of).toList();
    }

    @PostMapping("/reload")
    @Operation(
            operationId = "reloadFlows",
            summary = "Read the files of flows again",
            description = "Reads all files now, without waiting until the emulator notices a change. A file with an "
                    + "error keeps the flow that it had before, and the response names the error. Chats keep the "
                    + "content that they began with.")
    ReloadedFlows reload() {
        return ReloadedFlows.of(files.reload());
    }
}
