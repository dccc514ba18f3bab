package org.connectchat.connect.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.connect.start.StartChatContactRequest.InitialMessage;
import org.connectchat.connect.start.StartChatContactRequest.ParticipantConfiguration;
import org.connectchat.connect.start.StartChatContactRequest.ParticipantDetails;
import org.connectchat.connect.start.StartChatContactRequest.PersistentChat;
import org.jspecify.annotations.Nullable;

/**
 * What widgets and mobile samples post: the members of StartChatContact, with spellings of their own for some.
 *
 * @param connectInstanceId the iOS sample's name for InstanceId
 * @param customerName all that the React Native sample sends
 */
record WidgetRequest(
        @Nullable String instanceId,
        @Nullable String connectInstanceId,
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
        @Nullable List<String> disconnectOnCustomerExit,
        @JsonProperty("customerName") @Nullable String customerName) {

    StartChatContactRequest toStartChatContact(WidgetDefaults defaults) {
        String named = instanceId == null ? connectInstanceId : instanceId;
        String instance = named == null ? defaults.instanceId() : named;
        ParticipantDetails details = participantDetails == null && customerName != null
                ? new ParticipantDetails(customerName)
                : participantDetails;
        return new StartChatContactRequest(
                instance,
                contactFlowId == null ? defaults.contactFlowId(instance) : contactFlowId,
                details,
                participantConfiguration,
                attributes,
                initialMessage,
                clientToken,
                chatDurationInMinutes,
                supportedMessagingContentTypes,
                persistentChat,
                relatedContactId,
                segmentAttributes,
                customerId,
                disconnectOnCustomerExit);
    }

    /** Without any value that a customer gave. */
    @Override
    public String toString() {
        return "WidgetRequest";
    }
}
