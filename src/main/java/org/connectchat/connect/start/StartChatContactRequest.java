package org.connectchat.connect.start;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * The body of StartChatContact as it may arrive; {@link StartChatContactValidator} says what of it is right.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartChatContact.html">StartChatContact</a>
 */
record StartChatContactRequest(
        @Nullable String instanceId,
        @Nullable String contactFlowId,
        @Nullable ParticipantDetails participantDetails,
        @Nullable ParticipantConfiguration participantConfiguration,
        @Nullable Map<String, String> attributes,
        @Nullable InitialMessage initialMessage,
        @Nullable String clientToken,
        @Nullable BigInteger chatDurationInMinutes,
        @Nullable List<String> supportedMessagingContentTypes,
        @Nullable PersistentChat persistentChat,
        @Nullable String relatedContactId,
        @Nullable Map<String, SegmentAttributeValue> segmentAttributes,
        @Nullable String customerId,
        @Nullable List<String> disconnectOnCustomerExit) {

    record ParticipantDetails(@Nullable String displayName) {}

    record ParticipantConfiguration(@Nullable String responseMode) {}

    record InitialMessage(
            @Nullable String contentType, @Nullable String content) {}

    record PersistentChat(
            @Nullable String rehydrationType, @Nullable String sourceContactId) {}

    /** Without any value that a customer gave. */
    @Override
    public String toString() {
        return "StartChatContactRequest";
    }
}
