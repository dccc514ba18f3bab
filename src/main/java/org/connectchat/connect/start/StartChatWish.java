package org.connectchat.connect.start;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.start.StartChatContactRequest.InitialMessage;
import org.connectchat.connect.start.StartChatContactRequest.PersistentChat;
import org.jspecify.annotations.Nullable;

/** Turns a request that has been validated into the domain's terms, defaults filled in. */
final class StartChatWish {

    private static final Map<String, SegmentAttributeValue> PLAIN_CHAT =
            Map.of(Subtype.KEY, SegmentAttributeValue.of(Subtype.CHAT));

    private static final List<String> PLAIN_TEXT = List.of(ContentTypes.PLAIN);

    private StartChatWish() {}

    static StartChatCommand of(StartChatContactRequest request) {
        BigInteger minutes = request.chatDurationInMinutes();
        return new StartChatCommand(
                ResourceId.of(requireNonNull(request.instanceId())),
                ResourceId.of(requireNonNull(request.contactFlowId())),
                requireNonNull(requireNonNull(request.participantDetails()).displayName()),
                request.attributes() == null ? Map.of() : request.attributes(),
                withSubtype(request.segmentAttributes()),
                contentTypes(request.supportedMessagingContentTypes()),
                initialMessage(request.initialMessage()),
                minutes == null ? null : Duration.ofMinutes(minutes.intValueExact()),
                origin(request.persistentChat(), request.relatedContactId()),
                request.clientToken(),
                request.customerId(),
                request.participantConfiguration() == null
                        ? null
                        : request.participantConfiguration().responseMode(),
                request.disconnectOnCustomerExit() == null ? List.of() : request.disconnectOnCustomerExit());
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

    /** Rule I13: omitted means plain text only, and repeats say nothing new. */
    private static List<String> contentTypes(@Nullable List<String> given) {
        return given == null ? PLAIN_TEXT : List.copyOf(new LinkedHashSet<>(given));
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
