package org.connectchat.flow.others;

import java.util.Map;
import org.connectchat.testkit.Chat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The type of flow that a content itself tells, as CreateContactFlow wants it. */
final class DeclaredType {

    private static final Map<String, String> TYPES = Map.of(
            "customerQueue", "CUSTOMER_QUEUE",
            "customerHold", "CUSTOMER_HOLD",
            "customerWhisper", "CUSTOMER_WHISPER",
            "agentHold", "AGENT_HOLD",
            "agentWhisper", "AGENT_WHISPER",
            "outboundWhisper", "OUTBOUND_WHISPER",
            "agentTransfer", "AGENT_TRANSFER",
            "queueTransfer", "QUEUE_TRANSFER");

    private DeclaredType() {}

    static String of(String content) {
        try {
            JsonNode json = Chat.JSON.readTree(content);
            return json.has("Settings")
                    ? FlowOfOthers.MODULE
                    : TYPES.getOrDefault(json.at("/Metadata/type").asString(""), "CONTACT_FLOW");
        } catch (JacksonException e) {
            return "CONTACT_FLOW"; // the emulator is to say that this is no JSON
        }
    }
}
