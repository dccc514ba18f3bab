package org.connectchat.flow.language;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The types of flows, by their names in the API. Modules have no type there; here they have MODULE.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ContactFlow.html">ContactFlow</a>
 */
public enum FlowType {
    CONTACT_FLOW("contactFlow"),
    CUSTOMER_QUEUE("customerQueue"),
    CUSTOMER_HOLD("customerHold"),
    CUSTOMER_WHISPER("customerWhisper"),
    AGENT_HOLD("agentHold"),
    AGENT_WHISPER("agentWhisper"),
    OUTBOUND_WHISPER("outboundWhisper"),
    AGENT_TRANSFER("agentTransfer"),
    QUEUE_TRANSFER("queueTransfer"),
    CAMPAIGN("campaign"),
    MODULE("contactFlowModule");

    private final String metadataType;

    FlowType(String metadataType) {
        this.metadataType = metadataType;
    }

    /** The type that {@code Metadata.type} names, as an export of the console or as the API (rule F75); null for any other text. */
    public static @Nullable FlowType of(String metadataType) {
        return Arrays.stream(values())
                .filter(type ->
                        type.metadataType.equals(metadataType) || type.name().equals(metadataType))
                .findFirst()
                .orElse(null);
    }

    /** Whether this is an inbound flow, or one that it may transfer to or invoke: transfer flows, campaigns, modules. */
    public boolean isInbound() {
        return this == CONTACT_FLOW
                || this == AGENT_TRANSFER
                || this == QUEUE_TRANSFER
                || this == CAMPAIGN
                || this == MODULE;
    }

    public boolean isHold() {
        return this == CUSTOMER_HOLD || this == AGENT_HOLD;
    }

    public boolean isWhisper() {
        return this == CUSTOMER_WHISPER || this == AGENT_WHISPER || this == OUTBOUND_WHISPER;
    }
}
