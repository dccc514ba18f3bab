package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The flows and modules that the emulator knows. */
@Schema(name = "FlowList", description = "The flows and modules that the emulator knows.")
record KnownFlows(
        @Schema(description = "The flows, those of files first")
        List<KnownFlow> flows,

        @Schema(description = "The modules, those of files first")
        List<KnownFlow> modules) {}
