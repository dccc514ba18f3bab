package org.connectchat.chat.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * A valid command to start a chat.
 *
 * @param contactFlowId null for a chat without a flow
 * @param duration null for the configured default
 * @param streamingTopicArn the topic that the chat is streamed to from its start on (rule S4), or null
 */
public record StartChatCommand(
        String instanceId,
        @Nullable String contactFlowId,
        String displayName,
        Map<String, String> attributes,
        Map<String, SegmentAttributeValue> segmentAttributes,
        List<String> supportedContentTypes,
        @Nullable ChatMessage initialMessage,
        @Nullable Duration duration,
        @Nullable Origin origin,
        @Nullable String clientToken,
        @Nullable String customerId,
        @Nullable String responseMode,
        List<String> disconnectOnCustomerExit,
        @Nullable String streamingTopicArn) {

    /** The earlier contact that the chat continues or refers to. */
    public sealed interface Origin {

        String contactId();

        /** Rule B7: continues a whole past session, named by its first contact. */
        record EntirePastSession(String contactId) implements Origin {}

        /** Rule B7: continues from this contact alone. */
        record FromSegment(String contactId) implements Origin {}

        /** Rule B9: refers to this contact and starts with a copy of its attributes. */
        record Related(String contactId) implements Origin {}
    }

    /** Without any value that a customer gave. */
    @Override
    public String toString() {
        return "StartChatCommand[" + instanceId + ", " + contactFlowId + "]";
    }
}
