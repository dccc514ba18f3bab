package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A standing agent and an agent of a test want the same contact. */
class TwoWaysToAnAgentTest {

    private static final int CHATS = 150;

    private final Centre centre = new Centre(Emulator.with(
            "emulator.throttling.enabled=false",
            "emulator.flows.agents[0].id=standing",
            "emulator.flows.agents[0].capacity=1000"));

    private List<String> agentsIn(Chat chat) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : centre.control().contact(chat.contactId()).path("transcript")) {
            if (item.path("role").asString().equals("AGENT")
                    && item.path("contentType").asString().endsWith("participant.joined")) {
                names.add(item.path("displayName").asString());
            }
        }
        return names;
    }

    @Rule({"F73", "F74"})
    @Test
    void aStandingAgentJoinsNoContactThatAnotherAgentHasTaken() {
        String flowId = centre.flow(new FlowScript().queues("orders").disconnects());
        List<Chat> chats = new ArrayList<>();
        for (int i = 0; i < CHATS; i++) {
            Chat chat = centre.start(flowId);
            Simultaneously.call(2, number -> {
                if (number == 0) {
                    centre.connect(chat);
                } else {
                    centre.control().join(chat.contactId(), "Grace");
                }
                return number;
            });
            chats.add(chat);
        }

        assertThat(chats)
                .extracting(this::agentsIn)
                .allSatisfy(names -> assertThat(names).isIn(List.of("Grace"), List.of("standing", "Grace")));
        chats.forEach(Chat::stop);
    }
}
