package org.connectchat.control.state;

import io.swagger.v3.oas.annotations.media.Schema;

/** What was loaded. */
@Schema(name = "LoadedState", description = "What was loaded.")
record LoadedState(
        @Schema(description = "How many chats there are now, active and ended", example = "1")
        int chats) {}
