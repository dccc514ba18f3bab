package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The standing agents. */
@Schema(name = "StandingAgentList", description = "The standing agents.")
record StandingAgentList(
        @Schema(description = "The agents, in the order in which they were added")
        List<StandingAgentView> agents) {}
