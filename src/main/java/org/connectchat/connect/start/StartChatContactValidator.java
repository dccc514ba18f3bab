package org.connectchat.connect.start;

import static org.connectchat.chat.ContentTypes.INTERACTIVE;
import static org.connectchat.chat.ContentTypes.INTERACTIVE_RESPONSE;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.ContentLimits;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.CustomDuration;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.connect.AttributeRules;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.RehydrationType;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.SegmentAttributeRules;
import org.connectchat.connect.start.StartChatContactRequest.InitialMessage;
import org.connectchat.connect.start.StartChatContactRequest.ParticipantDetails;
import org.connectchat.connect.start.StartChatContactRequest.PersistentChat;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The input rules of StartChatContact, I1 to I27 and S1, in the order of the members; one pass finds every violation. */
final class StartChatContactValidator {

    private static final String AGENT = "AGENT";
    private static final Set<String> RESPONSE_MODES = Set.of("INCREMENTAL", "COMPLETE");

    private final ContentLimits contentLimits;
    private final CustomDuration customDuration;

    StartChatContactValidator(ContentLimits contentLimits, CustomDuration customDuration) {
        this.contentLimits = contentLimits;
        this.customDuration = customDuration;
    }

    /** Finds every broken rule of a request. */
    Violations validate(StartChatContactRequest request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        ResourceId.check("ContactFlowId", request.contactFlowId(), 500, violations);
        return checkRest(request, violations);
    }

    /** Finds every broken rule of a request that names no flow. */
    Violations validateWithoutFlow(StartChatContactRequest request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        return checkRest(request, violations);
    }

    private Violations checkRest(StartChatContactRequest request, Violations violations) {
        checkParticipant(request.participantDetails(), violations);
        AttributeRules.check(request.attributes(), violations);
        checkInitialMessage(request.initialMessage(), violations);
        violations.length("ClientToken", request.clientToken(), 0, 500);
        checkDuration(request.chatDurationInMinutes(), violations);
        checkContentTypes(request.supportedMessagingContentTypes(), violations);
        checkOrigin(request.persistentChat(), request.relatedContactId(), violations);
        new SegmentAttributeRules(violations).check(request.segmentAttributes());
        checkGuide(request, violations);
        violations.length("CustomerId", request.customerId(), 1, 128);
        checkDisconnectOnCustomerExit(request.disconnectOnCustomerExit(), violations);
        ConnectionTypes.check(request.connectionTypes(), violations);
        if (request.participantConfiguration() != null) {
            violations.oneOf(
                    "ParticipantConfiguration.ResponseMode",
                    request.participantConfiguration().responseMode(),
                    RESPONSE_MODES);
        }
        if (request.chatStreamingConfiguration() != null) {
            request.chatStreamingConfiguration().check(violations);
        }
        return violations;
    }

    private static void checkParticipant(@Nullable ParticipantDetails details, Violations violations) {
        violations.required("ParticipantDetails", details);
        if (details != null) {
            violations.requiredText("ParticipantDetails.DisplayName", details.displayName(), 1, 256);
        }
    }

    private void checkInitialMessage(@Nullable InitialMessage message, Violations violations) {
        if (message == null) {
            return;
        }
        String contentType = message.contentType();
        String content = message.content();
        if (violations.required("InitialMessage.ContentType", contentType)) {
            violations.length("InitialMessage.ContentType", contentType, 1, 100);
            violations.oneOf("InitialMessage.ContentType", contentType, ContentTypes.INITIAL);
        }
        // An unknown content type has no known limit, but the content must still be there.
        violations.required("InitialMessage.Content", content);
        if (content != null) {
            boolean known = contentType != null && ContentTypes.INITIAL.contains(contentType);
            String problem = contentLimits.problem(content, known ? contentType : null);
            if (problem != null) {
                violations.value("InitialMessage.Content", problem);
            }
        }
    }

    private void checkDuration(@Nullable BigInteger minutes, Violations violations) {
        violations.range("ChatDurationInMinutes", minutes, 60, 10_080);
        if (minutes != null && customDuration == CustomDuration.REFUSED) {
            violations.relation(
                    "ChatDurationInMinutes",
                    "is not enabled for this account (emulator.chat.custom-duration=refused); leave it out");
        }
    }

    private static void checkContentTypes(@Nullable List<String> contentTypes, Violations violations) {
        if (contentTypes == null) {
            return;
        }
        for (int i = 0; i < contentTypes.size(); i++) {
            if (!ContentTypes.NEGOTIABLE.contains(contentTypes.get(i))) {
                String path = "SupportedMessagingContentTypes[" + i + "]";
                violations.length(path, contentTypes.get(i), 1, 100);
                violations.oneOf(path, contentTypes.get(i), ContentTypes.NEGOTIABLE);
            }
        }
        if (!contentTypes.contains(ContentTypes.PLAIN)) {
            violations.value("SupportedMessagingContentTypes", "must contain " + ContentTypes.PLAIN);
        }
    }

    private static void checkOrigin(
            @Nullable PersistentChat persistentChat, @Nullable String relatedContactId, Violations violations) {
        if (persistentChat != null) {
            if (violations.required("PersistentChat.RehydrationType", persistentChat.rehydrationType())) {
                violations.oneOf(
                        "PersistentChat.RehydrationType", persistentChat.rehydrationType(), RehydrationType.NAMES);
            }
            violations.requiredText("PersistentChat.SourceContactId", persistentChat.sourceContactId(), 1, 256);
        }
        violations.length("RelatedContactId", relatedContactId, 1, 256);
        if (persistentChat != null && relatedContactId != null) {
            violations.relation("RelatedContactId", "cannot be given together with PersistentChat");
        }
    }

    private static void checkGuide(StartChatContactRequest request, Violations violations) {
        Map<String, SegmentAttributeValue> attributes = request.segmentAttributes();
        SegmentAttributeValue subtype = attributes == null ? null : attributes.get(Subtype.KEY);
        if (subtype == null || !Subtype.GUIDE.equals(subtype.valueString())) {
            return;
        }
        List<String> contentTypes = request.supportedMessagingContentTypes();
        if (contentTypes == null || !contentTypes.containsAll(List.of(INTERACTIVE, INTERACTIVE_RESPONSE))) {
            violations.relation(
                    "SegmentAttributes." + Subtype.KEY,
                    Subtype.GUIDE + " needs both " + INTERACTIVE + " and " + INTERACTIVE_RESPONSE
                            + " in SupportedMessagingContentTypes");
        }
    }

    private static void checkDisconnectOnCustomerExit(@Nullable List<String> roles, Violations violations) {
        if (roles == null) {
            return;
        }
        if (roles.size() != 1) {
            violations.value("DisconnectOnCustomerExit", "must have exactly one element, had " + roles.size());
        }
        for (int i = 0; i < roles.size(); i++) {
            violations.oneOf("DisconnectOnCustomerExit[" + i + "]", roles.get(i), List.of(AGENT));
        }
    }
}
