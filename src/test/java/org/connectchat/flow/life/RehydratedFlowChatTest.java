package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A persistent chat whose sessions have flows. */
class RehydratedFlowChatTest {

    private final Centre centre = new Centre(Emulator.unthrottled());

    private Chat continuing(Chat ended, String flowId, String type) {
        return centre.start(flowId, """
                , "PersistentChat": {"SourceContactId": "%s", "RehydrationType": "%s"}""".formatted(ended.contactId(), type));
    }

    @Rule("F38")
    @Test
    void theCustomerReadsWhatTheFlowsOfEarlierSessionsHaveSaid() {
        Chat first = centre.connected(
                centre.flow(new FlowScript().says("Welcome").says("Goodbye").disconnects()));
        centre.awaitReason(first.contactId(), "CONTACT_FLOW_DISCONNECT");

        Chat second = continuing(
                first, centre.flow(new FlowScript().says("Welcome back").stands()), "ENTIRE_PAST_SESSION");
        try (ClientSocket socket = second.customer().join()) {
            assertThat(Centre.brief(socket.nextItems(3)))
                    .containsExactly("CUSTOMER participant.joined", "chat.rehydrated", "Welcome back");
        }

        JsonNode present = page(second, "");
        JsonNode past =
                page(second, ", \"NextToken\": \"" + present.path("NextToken").asString() + "\"");
        assertThat(brief(past)).containsExactly("CUSTOMER participant.joined", "Welcome", "Goodbye", "chat.ended");
        assertThat(brief(present)).containsExactly("CUSTOMER participant.joined", "Welcome back");
    }

    private static JsonNode page(Chat chat, String more) {
        return chat.customer().transcript("""
                {"MaxResults": 15, "ScanDirection": "BACKWARD", "SortOrder": "ASCENDING", "StartPosition": {}%s}""".formatted(more));
    }

    private static List<String> brief(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        page.path("Transcript").forEach(items::add);
        return Centre.brief(items);
    }

    @Rule("F38")
    @Test
    void theFlowOfANewSessionStartsAfresh() {
        String flowId = centre.flow(new FlowScript()
                .says("Contact $.ContactId after $.PreviousContactId")
                .disconnects());
        Chat first = centre.connected(flowId);
        centre.awaitReason(first.contactId(), "CONTACT_FLOW_DISCONNECT");
        Chat second = continuing(first, flowId, "FROM_SEGMENT");

        try (ClientSocket socket = second.customer().join()) {
            assertThat(socket.nextItem("text/plain").path("Content").asString())
                    .startsWith("Contact " + second.contactId() + " after ");
        }
    }
}
