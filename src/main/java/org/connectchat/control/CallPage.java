package org.connectchat.control;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls in the order in which they ended. */
record CallPage(
        List<JournaledCall> calls,

        @Schema(description = "There are more: ask for them with this as since") @Nullable
        Long next) {}
