package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.files.FlowReload;

/** The result of reading the files of flows. */
@Schema(name = "ReloadedFlows", description = "The result of reading the files of flows.")
record ReloadedFlows(
        @Schema(
                description = "When the files were read the last time, on the emulator clock",
                example = "2026-11-22T15:00:00.795Z")
        Instant at,

        @Schema(description = "How many flows of files there are", example = "1")
        int flows,

        @Schema(description = "How many modules of files there are", example = "0")
        int modules,

        @Schema(
                description = "By file, why it cannot be used; it keeps the flow that it had before",
                example = "{\"welcome.json\": [\"StartAction names no action\"]}")
        Map<String, List<String>> errors,

        @Schema(
                description = "By file, the problems for which Amazon Connect would refuse to publish it",
                example = "{\"welcome.json\": [\"Action is missing required error\"]}")
        Map<String, List<String>> warnings) {

    static ReloadedFlows of(FlowReload reload) {
        return new ReloadedFlows(reload.at(), reload.flows(), reload.modules(), reload.errors(), reload.warnings());
    }
}
