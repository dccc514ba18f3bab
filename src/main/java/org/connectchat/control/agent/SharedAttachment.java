package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.media.Schema;

/** A file that an agent shared. */
@Schema(name = "SharedAttachment", description = "A file that was shared.")
record SharedAttachment(
        @Schema(description = "Gets the file with GetAttachment", example = "0b7c1a55-6a2b-4d0c-9d5e-1f2a3b4c5d6e")
        String attachmentId) {}
