package org.connectchat.control.reset;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a reset removed. */
@Schema(name = "ResetResult", description = "What was removed.")
record ResetResult(
        @Schema(description = "How many chats there were", example = "1")
        int chats) {}
