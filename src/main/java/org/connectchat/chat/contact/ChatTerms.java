package org.connectchat.chat.contact;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a chat, which its start fixes until its end (rule B10).
 *
 * @param contactFlowId null for a chat without a flow
 */
public record ChatTerms(
        @Nullable String contactFlowId,
        Duration duration,
        List<String> supportedContentTypes,
        Map<String, SegmentAttributeValue> segmentAttributes,
        @Nullable ChatMessage initialMessage,
        @Nullable String customerId,
        @Nullable String responseMode,
        List<String> disconnectOnCustomerExit) {

    /** Without the initial message and the CustomerId, which must not reach a log. */
    @Override
    public String toString() {
        return "ChatTerms[" + contactFlowId + ", " + duration + "]";
    }
}
