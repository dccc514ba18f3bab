package org.connectchat.connect.start;

import java.util.Map;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.start.StartChatContactRequest.InitialMessage;
import org.connectchat.connect.start.StartChatContactRequest.ParticipantDetails;
import org.connectchat.connect.start.StartChatContactRequest.PersistentChat;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The body of StartAssistantContact (rule U10). Its members are those of StartChatContact, with an agent for the flow. */
record StartAssistantContactRequest(
        @Nullable String instanceId,
        @Nullable AiAgent aiAgent,
        @Nullable ParticipantDetails participantDetails,
        @Nullable Map<String, String> attributes,
        @Nullable InitialMessage initialMessage,
        @Nullable String clientToken,
        @Nullable PersistentChat persistentChat,
        @Nullable String relatedContactId) {

    private static final int MAX_AGENT_ID = 500;

    record AiAgent(@Nullable String aiAgentId) {}

    void checkAgent(Violations violations) {
        if (violations.required("AiAgent", aiAgent) && aiAgent != null) {
            ResourceId.check("AiAgent.AiAgentId", aiAgent.aiAgentId(), MAX_AGENT_ID, violations);
        }
    }

    /** The start of a chat without a flow. */
    StartChatContactRequest toStart() {
        return new StartChatContactRequest(
                instanceId,
                null,
                participantDetails,
                null,
                attributes,
                initialMessage,
                clientToken,
                null,
                null,
                persistentChat,
                relatedContactId,
                null,
                null,
                null,
                null,
                null);
    }

    /** Without any value that a customer gave. */
    @Override
    public String toString() {
        return "StartAssistantContactRequest";
    }
}
