package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls in the order in which they ended. */
@Schema(name = "CallPage", description = "A page of the journal.")
record CallPage(
        @Schema(description = "The calls, in the order in which they ended")
        List<JournaledCall> calls,

        @Schema(description = "Present if there are more calls; pass it as since to get them") @Nullable
        Long next) {}
