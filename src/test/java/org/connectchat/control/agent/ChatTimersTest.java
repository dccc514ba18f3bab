package org.connectchat.control.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows what becomes of participants who keep silent, on a clock that the test moves. */
class ChatTimersTest {

    /** Its clock is moved, so it is shared with no other test. */
    private final Emulator emulator = Emulator.with("emulator.throttling.enabled=false", "emulator.region=eu-west-1");

    private final Control control = new Control(emulator);

    @BeforeEach
    void freeze() {
        control.post("/reset");
        control.post("/clock/freeze");
    }

    @AfterEach
    void reset() {
        control.post("/reset");
    }

    private Answer configure(Chat chat, String... timers) {
        return emulator.send(
                "PUT",
                "/contact/participant-role-config/an-instance/" + chat.contactId(),
                "{\"ChannelConfiguration\": {\"Chat\": {\"ParticipantTimerConfigList\": [" + String.join(",", timers)
                        + "]}}}");
    }

    private static String timer(String role, String type, int minutes) {
        return """
                {"ParticipantRole": "%s", "TimerType": "%s",
                 "TimerValue": {"ParticipantTimerDurationInMinutes": %d}}""".formatted(role, type, minutes);
    }

    private static String unset(String role, String type) {
        return """
                {"ParticipantRole": "%s", "TimerType": "%s",
                 "TimerValue": {"ParticipantTimerAction": "Unset"}}""".formatted(role, type);
    }

    private static List<String> events(ClientSocket socket) {
        return socket.itemsUpToNow().stream()
                .filter(item -> item.path("Type").asString().equals("EVENT"))
                .map(item -> item.path("ContentType").asString().substring(Party.EVENT.length())
                        + (item.has("DisplayName")
                                ? " " + item.path("DisplayName").asString()
                                : ""))
                .filter(event -> !event.startsWith("participant.joined"))
                .toList();
    }

    @Test
    @Rule("K1")
    void anIdleCustomerIsAnnouncedComesBackAndIsDisconnectedInTheEnd() {
        Chat chat = Chat.start(emulator);
        assertThat(configure(chat, timer("CUSTOMER", "IDLE", 2), timer("CUSTOMER", "DISCONNECT_NONCUSTOMER", 3))
                        .outcome())
                .isEqualTo("200");
        try (ClientSocket customer = chat.customer().join()) {
            control.join(chat.contactId(), "Grace");
            control.advance("PT1M59S");
            assertThat(events(customer)).isEmpty();
            control.advance("PT1S");
            assertThat(events(customer)).containsExactly("participant.idle Ada");
            control.advance("PT2M59S");
            chat.customer().say("sorry");
            assertThat(events(customer)).containsExactly("participant.returned Ada");

            control.advance("PT5M");

            assertThat(events(customer))
                    .containsExactly(
                            "participant.idle Ada",
                            "participant.autodisconnection Ada",
                            "participant.left Grace",
                            "chat.ended");
            assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("IDLE_DISCONNECT");
        }
        assertThat(control.contact(chat.contactId()).path("transcript"))
                .extracting(item -> item.path("contentType").asString())
                .noneMatch(
                        type -> type.endsWith("idle") || type.endsWith("returned") || type.endsWith("disconnection"));
    }

    @Test
    @Rule("K5")
    void withACustomParticipantTheTimersRunFromItsJoining() {
        Chat chat = Chat.start(emulator);
        configure(chat, timer("CUSTOMER", "IDLE", 2), timer("CUSTOMER", "DISCONNECT_NONCUSTOMER", 3));
        Party bot = chat.addBot();
        try (ClientSocket customer = chat.customer().join()) {
            control.advance("PT10M");
            assertThat(events(customer)).isEmpty();
            bot.sayPresent();
            control.advance("PT1M59S");
            bot.say("still there?");
            assertThat(events(customer)).isEmpty();
            control.advance("PT1S");
            assertThat(events(customer)).containsExactly("participant.idle Ada");
            chat.customer().say("yes");
            assertThat(events(customer)).containsExactly("participant.returned Ada");

            control.advance("PT5M");

            assertThat(events(customer))
                    .containsExactly(
                            "participant.idle Ada",
                            "participant.autodisconnection Ada",
                            "participant.left Robo",
                            "chat.ended");
        }
        assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("IDLE_DISCONNECT");
        assertThat(bot.connection("{\"ConnectParticipant\": true}").outcome()).isEqualTo("403 AccessDeniedException");
    }

    @Test
    @Rule("K5")
    void whenTheCustomParticipantLeavesTheTimersStop() {
        Chat chat = Chat.start(emulator);
        configure(chat, timer("CUSTOMER", "IDLE", 2));
        Party bot = chat.addBot();
        try (ClientSocket customer = chat.customer().join()) {
            bot.sayPresent();
            control.advance("PT1M");
            bot.disconnect();
            control.advance("PT10M");
            assertThat(events(customer)).containsExactly("participant.left Robo");
        }
    }

    @Test
    @Rule("K5")
    void theTimersBeginAnewWithTheAgentWhoTakesThePlaceOfTheCustomParticipant() {
        Chat chat = Chat.start(emulator);
        configure(chat, timer("CUSTOMER", "IDLE", 3));
        Party bot = chat.addBot();
        try (ClientSocket customer = chat.customer().join()) {
            bot.sayPresent();
            configure(chat, timer("CUSTOMER", "IDLE", 2));
            control.advance("PT1M");
            control.join(chat.contactId(), "Grace");
            control.advance("PT1M59S");
            assertThat(events(customer)).containsExactly("participant.left Robo");
            control.advance("PT1S");
            assertThat(events(customer)).containsExactly("participant.idle Ada");
        }
    }

    @Test
    @Rule("K6")
    void aCustomParticipantHasNoTimerOfItsOwn() {
        Chat chat = Chat.start(emulator);
        configure(chat, timer("AGENT", "IDLE", 2), timer("AGENT", "DISCONNECT_NONCUSTOMER", 2));
        Party bot = chat.addBot();
        try (ClientSocket customer = chat.customer().join()) {
            bot.sayPresent();
            control.advance("PT10M");
            assertThat(events(customer)).isEmpty();
        }
    }

    @Test
    @Rule("K1")
    void anIdleAgentIsWatchedToo() {
        Chat chat = Chat.start(emulator);
        configure(chat, timer("AGENT", "IDLE", 2));
        try (ClientSocket customer = chat.customer().join()) {
            Control.Agent grace = control.join(chat.contactId(), "Grace");
            control.advance("PT1M");
            grace.say("hm");
            control.advance("PT1M59S");
            grace.act("typing");
            control.advance("PT1S");

            assertThat(events(customer)).containsExactly("typing Grace", "participant.idle Grace");
            control.advance("PT8H");
            assertThat(events(customer)).isEmpty();
        }
    }

    @Test
    @Rule("K1")
    void aDisconnectTimerAloneCountsFromTheLastMessage() {
        Chat chat = Chat.start(emulator);
        configure(chat, timer("AGENT", "DISCONNECT_NONCUSTOMER", 480));
        try (ClientSocket customer = chat.customer().join()) {
            control.join(chat.contactId(), "Grace");

            control.advance("PT8H");

            assertThat(events(customer))
                    .containsExactly("participant.autodisconnection Grace", "participant.left Grace", "chat.ended");
            assertThat(chat.description().path("DisconnectTimestamp").asDouble()
                            - chat.description().path("InitiationTimestamp").asDouble())
                    .isEqualTo(8 * 3600.0);
        }
    }

    @Test
    @Rule("K2")
    void timersRunOnlyWhileAnAgentAndTheCustomerAreThere() {
        Chat chat = Chat.start(emulator);
        configure(chat, timer("CUSTOMER", "IDLE", 2), timer("AGENT", "IDLE", 2));
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        control.advance("PT4M");
        try (ClientSocket customer = chat.customer().join()) {
            control.advance("PT1M");
            grace.act("leave");
            control.advance("PT10M");
            assertThat(events(customer)).containsExactly("participant.left Grace");

            control.join(chat.contactId(), "Edsger");
            control.advance("PT2M");
            assertThat(events(customer)).containsExactlyInAnyOrder("participant.idle Ada", "participant.idle Edsger");
        }
    }

    @Test
    @Rule("K3")
    void aChangeTakesEffectWhenTheNextAgentConnects() {
        Chat chat = Chat.start(emulator);
        try (ClientSocket customer = chat.customer().join()) {
            Control.Agent grace = control.join(chat.contactId(), "Grace");
            configure(chat, timer("CUSTOMER", "IDLE", 2));
            control.advance("PT4M");
            assertThat(events(customer)).isEmpty();

            grace.transferTo("Edsger");
            control.advance("PT2M");
            assertThat(events(customer)).endsWith("participant.idle Ada");

            configure(chat, unset("CUSTOMER", "IDLE"));
            chat.customer().say("back");
            control.advance("PT2M");
            assertThat(events(customer)).containsExactly("participant.returned Ada", "participant.idle Ada");

            control.join(chat.contactId(), "Barbara");
            chat.customer().say("back again");
            control.advance("PT1H");
            assertThat(events(customer)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CUSTOMER | IDLE | {"ParticipantTimerDurationInMinutes": 1} | InvalidParameterException | was 1
                    CUSTOMER | IDLE | {"ParticipantTimerDurationInMinutes": 481} | InvalidParameterException | was 481
                    CUSTOMER | IDLE | {"ParticipantTimerAction": "Stop"} | InvalidParameterException | must be one of Unset
                    CUSTOMER | IDLE | {} | InvalidRequestException | must have one of
                    AGENT | IDLE | {"ParticipantTimerAction": "Unset", "ParticipantTimerDurationInMinutes": 2} | InvalidRequestException | must have one of
                    CUSTOM_BOT | IDLE | {"ParticipantTimerAction": "Unset"} | InvalidParameterException | must be one of CUSTOMER, AGENT
                    AGENT | SLEEP | {"ParticipantTimerAction": "Unset"} | InvalidParameterException | must be one of IDLE
                    """)
    @Rule("K4")
    void aWrongTimerIsNamed(String role, String type, String value, String code, String words) {
        Chat chat = Chat.start(emulator);

        Answer answer = configure(
                chat,
                "{\"ParticipantRole\": \"" + role + "\", \"TimerType\": \"" + type + "\", \"TimerValue\": " + value
                        + "}");

        assertThat(answer.outcome()).isEqualTo("400 " + code);
        assertThat(answer.message()).contains("ParticipantTimerConfigList[0]").contains(words);
    }

    @Test
    @Rule("K4")
    void aListHasOneToSixTimersAndNoneTwice() {
        Chat chat = Chat.start(emulator);
        String idle = timer("AGENT", "IDLE", 5);

        assertThat(configure(chat).outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(configure(chat, idle, idle).outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(configure(chat, idle, idle, idle, idle, idle, idle, idle).message())
                .contains("1 to 6 elements");
        assertThat(emulator.send("PUT", "/contact/participant-role-config/an-instance/" + chat.contactId(), "{}")
                        .outcome())
                .isEqualTo("400 InvalidRequestException");
    }

    @Test
    @Rule("K4")
    void aChatThatIsNotThereOrOverHasNoTimers() {
        Chat chat = Chat.start(emulator);
        chat.stop();
        String path = "/contact/participant-role-config/an-instance/";
        String body = "{\"ChannelConfiguration\": {\"Chat\": {\"ParticipantTimerConfigList\": ["
                + timer("AGENT", "IDLE", 5) + "]}}}";

        assertThat(emulator.send("PUT", path + chat.contactId(), body).outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(emulator.send("PUT", path + "nobody", body).outcome()).isEqualTo("404 ResourceNotFoundException");
    }
}
