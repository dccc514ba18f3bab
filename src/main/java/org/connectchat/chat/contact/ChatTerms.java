package org.connectchat.chat.contact;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.jspecify.annotations.Nullable;

/** What the start of a chat settled for its whole life (rule B10). */
public record ChatTerms(
        String contactFlowId,
        Duration duration,
        List<String> supportedContentTypes,
        Map<String, SegmentAttributeValue> segmentAttributes,
        @Nullable ChatMessage initialMessage,
        @Nullable String customerId,
        @Nullable String responseMode,
        List<String> disconnectOnCustomerExit) {

    /** Without values: the initial message and CustomerId are nobody's business in a log. */
    @Override
    public String toString() {
        return "ChatTerms[" + contactFlowId + ", " + duration + "]";
    }
}
