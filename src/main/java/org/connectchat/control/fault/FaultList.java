package org.connectchat.control.fault;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The faults in force. */
@Schema(name = "FaultList", description = "The faults in force.")
record FaultList(
        @Schema(description = "The faults, oldest first") List<FaultState> faults) {}
