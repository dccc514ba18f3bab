package org.connectchat.control.streaming;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The streamings of a chat. */
@Schema(name = "StreamingList", description = "The streamings of a chat.")
record StreamingList(
        @Schema(description = "The latest eight that have stopped, then those that are active")
        List<StreamingView> streamings) {}
