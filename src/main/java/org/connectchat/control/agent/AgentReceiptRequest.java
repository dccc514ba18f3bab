package org.connectchat.control.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A receipt of an agent. */
@Schema(
        name = "AgentReceiptRequest",
        description = "A receipt of a message.",
        example = "{\"messageId\": \"7d0d4f0e-52c6-4a8b-8b7e-6d3a1c0f9e25\", \"type\": \"READ\"}")
record AgentReceiptRequest(
        @Schema(description = "The id of a message in this chat", example = "7d0d4f0e-52c6-4a8b-8b7e-6d3a1c0f9e25")
        @NotNull
        String messageId,

        @Schema(description = "DELIVERED or READ") @NotNull Type type) {

    /** The receipts of Amazon Connect. */
    enum Type {
        DELIVERED,
        READ
    }

    @JsonIgnore
    boolean isRead() {
        return type == Type.READ;
    }
}
