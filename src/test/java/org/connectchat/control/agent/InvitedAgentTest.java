package org.connectchat.control.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that an agent who is only invited is not in the chat. */
class InvitedAgentTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);
    private final Chat chat = Chat.start(emulator);
    private final Control.Agent grace = control.invite(chat.contactId(), "Grace");

    @ParameterizedTest
    @Rule("A13")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            messages      | {"content": "Hello"}
            typing        |
            receipts      | {"messageId": "m", "type": "READ"}
            transfer      | {"displayName": "Edsger"}
            transfer/fail |
            end           |
            """)
    void anInvitedAgentCannotActBeforeItHasConnected(String action, String body) {
        problem(control.call("POST", grace.path(action), body), 409, "has not connected");

        grace.party().sayPresent();
        assertThat(control.call("POST", grace.path("typing"), null).status()).isEqualTo(200);
    }

    @Test
    @Rule("A13")
    void anInvitedAgentCannotShareAFile() {
        problem(
                emulator.send(
                        "POST",
                        "/_emulator" + grace.path("attachments") + "?name=a.txt",
                        BodyPublishers.ofString("a"),
                        "Content-Type",
                        "text/plain"),
                409,
                "CreateParticipantConnection");
    }

    @Test
    @Rule({"A13", "A5"})
    void anInvitedAgentLeavesWithoutAnEvent() {
        chat.customer().sayPresent();

        grace.act("leave");

        assertThat(types()).anyMatch(type -> type.endsWith("participant.invited"));
        assertThat(types()).noneMatch(type -> type.endsWith("participant.left"));
        assertThat(grace.party()
                        .connection("{\"Type\": [\"CONNECTION_CREDENTIALS\"]}")
                        .status())
                .isEqualTo(403);
    }

    private List<String> types() {
        return control.get("/contacts/" + chat.contactId()).path("transcript").findValuesAsString("contentType");
    }
}
