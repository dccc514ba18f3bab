package org.connectchat.connect.start;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.connect.ChatStreamingConfiguration;
import org.connectchat.connect.RehydrationType;
import org.connectchat.connect.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * The body of StartChatContact before {@link StartChatContactValidator} has checked it.
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
        @Nullable List<String> disconnectOnCustomerExit,
        @Nullable List<String> connectionTypes,
        @Nullable ChatStreamingConfiguration chatStreamingConfiguration) {

    private static final Map<String, SegmentAttributeValue> PLAIN_CHAT =
            Map.of(Subtype.KEY, SegmentAttributeValue.of(Subtype.CHAT));

    private static final List<String> PLAIN_TEXT = List.of(ContentTypes.PLAIN);

    record ParticipantDetails(@Nullable String displayName) {}

    record ParticipantConfiguration(@Nullable String responseMode) {}

    record InitialMessage(
            @Nullable String contentType, @Nullable String content) {}

    record PersistentChat(
            @Nullable String rehydrationType, @Nullable String sourceContactId) {}

    /** The same request with other values for these members. */
    StartChatContactRequest with(
            @Nullable String newInstanceId,
            @Nullable String newContactFlowId,
            @Nullable ParticipantDetails newParticipantDetails) {
        return new StartChatContactRequest(
                newInstanceId,
                newContactFlowId,
                newParticipantDetails,
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
                disconnectOnCustomerExit,
                connectionTypes,
                chatStreamingConfiguration);
    }

    /** Without any value that a customer gave. */
    @Override
    public String toString() {
        return "StartChatContactRequest";
    }

    /** The command to the domain, with defaults filled in. The request must have no violations. */
    StartChatCommand toCommand() {
        return new StartChatCommand(
                ResourceId.of(requireNonNull(instanceId)),
                contactFlowId == null ? null : ResourceId.of(contactFlowId),
                requireNonNull(requireNonNull(participantDetails).displayName()),
                attributes == null ? Map.of() : attributes,
                withSubtype(segmentAttributes),
                contentTypes(supportedMessagingContentTypes),
                initialMessage(initialMessage),
                chatDurationInMinutes == null ? null : Duration.ofMinutes(chatDurationInMinutes.intValueExact()),
                origin(persistentChat, relatedContactId),
                clientToken,
                customerId,
                participantConfiguration == null ? null : participantConfiguration.responseMode(),
                disconnectOnCustomerExit == null ? List.of() : disconnectOnCustomerExit,
                chatStreamingConfiguration == null ? null : chatStreamingConfiguration.streamingEndpointArn());
    }

    /** Rule B10. */
    private static Map<String, SegmentAttributeValue> withSubtype(@Nullable Map<String, SegmentAttributeValue> given) {
        if (given == null || given.isEmpty()) {
            return PLAIN_CHAT;
        }
        Map<String, SegmentAttributeValue> attributes = new HashMap<>(PLAIN_CHAT);
        attributes.putAll(given);
        return attributes;
    }

    /** Rule I13: an absent list means plain text only, and repeated elements count once. */
    private static List<String> contentTypes(@Nullable List<String> given) {
        if (given == null) {
            return PLAIN_TEXT;
        }
        List<String> types = new ArrayList<>(Math.min(given.size(), ContentTypes.NEGOTIABLE.size()));
        for (String type : given) {
            if (!types.contains(type)) {
                // The same object for all chats.
                types.add(ContentTypes.NEGOTIABLE.get(ContentTypes.NEGOTIABLE.indexOf(type)));
            }
        }
        return List.copyOf(types);
    }

    private static @Nullable ChatMessage initialMessage(@Nullable InitialMessage given) {
        return given == null
                ? null
                : new ChatMessage(requireNonNull(given.contentType()), requireNonNull(given.content()));
    }

    private static @Nullable Origin origin(@Nullable PersistentChat persistentChat, @Nullable String relatedContactId) {
        if (persistentChat != null) {
            return RehydrationType.valueOf(requireNonNull(persistentChat.rehydrationType()))
                    .from(requireNonNull(persistentChat.sourceContactId()));
        }
        return relatedContactId == null ? null : new Origin.Related(relatedContactId);
    }
}
