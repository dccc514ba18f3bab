package org.connectchat.control.flow.stub;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The stubs. */
@Schema(name = "StubList", description = "The stubs.")
record StubList(
        @Schema(description = "The stubs, in the order in which they are tried")
        List<StubView> stubs) {}
