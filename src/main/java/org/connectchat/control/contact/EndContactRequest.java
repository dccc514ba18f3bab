package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.connectchat.chat.contact.DisconnectReason;

/** Why a chat ends. */
@Schema(
        name = "EndContactRequest",
        description = "Why the chat ends.",
        example = "{\"disconnectReason\": \"CUSTOMER_DISCONNECT\"}")
record EndContactRequest(
        @Schema(description = "The DisconnectReason that DescribeContact shows afterwards") @NotNull
        DisconnectReason disconnectReason) {}
