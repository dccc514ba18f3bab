package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows what happens to silent participants, on a clock that the test moves. */
class ChatTimersTest {

    /** Its clock is moved, so it is shared with no other test. */
    private final Emulator emulator = Emulator.with("emulator.throttling.enabled=false", "emulator.region=eu-west-1");

    private final Control control = new Control(emulator);
    private Chat chat;
    private ClientSocket customer;

    @BeforeEach
    void start() {
        control.post("/reset");
        control.post("/clock/freeze");
        chat = Chat.start(emulator);
    }

    @AfterEach
    void reset() {
        if (customer != null) {
            customer.close();
        }
        control.post("/reset");
    }

    private void configure(String... timers) {
        assertThat(Timers.configure(emulator, chat, timers).outcome()).isEqualTo("200");
    }

    private List<String> events() {
        return customer.itemsUpToNow().stream()
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
    void anIdleCustomerIsAnnouncedReturnsAndIsDisconnectedLater() {
        configure(Timers.timer("CUSTOMER", "IDLE", 2), Timers.timer("CUSTOMER", "DISCONNECT_NONCUSTOMER", 3));
        customer = chat.customer().join();
        control.join(chat.contactId(), "Grace");
        control.advance("PT1M59S");
        assertThat(events()).isEmpty();
        control.advance("PT1S");
        assertThat(events()).containsExactly("participant.idle Ada");
        control.advance("PT2M59S");
        chat.customer().say("sorry");
        assertThat(events()).containsExactly("participant.returned Ada");

        control.advance("PT5M");

        assertThat(events())
                .containsExactly(
                        "participant.idle Ada",
                        "participant.autodisconnection Ada",
                        "participant.left Grace",
                        "chat.ended");
        assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("IDLE_DISCONNECT");
        assertThat(control.contact(chat.contactId()).path("transcript"))
                .extracting(item -> item.path("contentType").asString())
                .noneMatch(
                        type -> type.endsWith("idle") || type.endsWith("returned") || type.endsWith("disconnection"));
    }

    @Test
    @Rule("K5")
    void theTimersRunFromTheJoinOfACustomParticipant() {
        configure(Timers.timer("CUSTOMER", "IDLE", 2), Timers.timer("CUSTOMER", "DISCONNECT_NONCUSTOMER", 3));
        Party bot = chat.addBot();
        customer = chat.customer().join();
        control.advance("PT10M");
        assertThat(events()).isEmpty();
        bot.sayPresent();
        control.advance("PT1M59S");
        bot.say("still there?");
        assertThat(events()).isEmpty();
        control.advance("PT1S");
        assertThat(events()).containsExactly("participant.idle Ada");
        chat.customer().say("yes");
        assertThat(events()).containsExactly("participant.returned Ada");

        control.advance("PT5M");

        assertThat(events())
                .containsExactly(
                        "participant.idle Ada",
                        "participant.autodisconnection Ada",
                        "participant.left Robo",
                        "chat.ended");
        assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("IDLE_DISCONNECT");
        assertThat(bot.connection("{\"ConnectParticipant\": true}").outcome()).isEqualTo("403 AccessDeniedException");
    }

    @Test
    @Rule("K5")
    void theTimersStopWhenTheCustomParticipantLeaves() {
        configure(Timers.timer("CUSTOMER", "IDLE", 2));
        Party bot = chat.addBot();
        customer = chat.customer().join();
        bot.sayPresent();
        control.advance("PT1M");
        bot.disconnect();
        control.advance("PT10M");
        assertThat(events()).containsExactly("participant.left Robo");
    }

    @Test
    @Rule("K5")
    void theTimersRestartWhenAnAgentReplacesTheCustomParticipant() {
        configure(Timers.timer("CUSTOMER", "IDLE", 3));
        Party bot = chat.addBot();
        customer = chat.customer().join();
        bot.sayPresent();
        configure(Timers.timer("CUSTOMER", "IDLE", 2));
        control.advance("PT1M");
        control.join(chat.contactId(), "Grace");
        control.advance("PT1M59S");
        assertThat(events()).containsExactly("participant.left Robo");
        control.advance("PT1S");
        assertThat(events()).containsExactly("participant.idle Ada");
    }

    @Test
    @Rule("K6")
    void aCustomParticipantHasNoTimerOfItsOwn() {
        configure(Timers.timer("AGENT", "IDLE", 2), Timers.timer("AGENT", "DISCONNECT_NONCUSTOMER", 2));
        Party bot = chat.addBot();
        customer = chat.customer().join();
        bot.sayPresent();
        control.advance("PT10M");
        assertThat(events()).isEmpty();
    }

    @Test
    @Rule("K1")
    void anIdleAgentIsAnnouncedToo() {
        configure(Timers.timer("AGENT", "IDLE", 2));
        customer = chat.customer().join();
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        control.advance("PT1M");
        grace.say("hm");
        control.advance("PT1M59S");
        grace.act("typing");
        control.advance("PT1S");

        assertThat(events()).containsExactly("typing Grace", "participant.idle Grace");
        control.advance("PT8H");
        assertThat(events()).isEmpty();
    }

    @Test
    @Rule("K1")
    void aDisconnectTimerAloneCountsFromTheLastMessage() {
        configure(Timers.timer("AGENT", "DISCONNECT_NONCUSTOMER", 480));
        customer = chat.customer().join();
        control.join(chat.contactId(), "Grace");

        control.advance("PT8H");

        assertThat(events())
                .containsExactly("participant.autodisconnection Grace", "participant.left Grace", "chat.ended");
        assertThat(chat.description().path("DisconnectTimestamp").asDouble()
                        - chat.description().path("InitiationTimestamp").asDouble())
                .isEqualTo(8 * 3600.0);
    }

    @Test
    @Rule("K2")
    void timersRunOnlyWhileAnAgentAndTheCustomerArePresent() {
        configure(Timers.timer("CUSTOMER", "IDLE", 2), Timers.timer("AGENT", "IDLE", 2));
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        control.advance("PT4M");
        customer = chat.customer().join();
        control.advance("PT1M");
        grace.act("leave");
        control.advance("PT10M");
        assertThat(events()).containsExactly("participant.left Grace");

        control.join(chat.contactId(), "Edsger");
        control.advance("PT2M");
        assertThat(events()).containsExactlyInAnyOrder("participant.idle Ada", "participant.idle Edsger");
    }

    @Test
    @Rule("K3")
    void aChangeTakesEffectWhenTheNextAgentConnects() {
        customer = chat.customer().join();
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        configure(Timers.timer("CUSTOMER", "IDLE", 2));
        control.advance("PT4M");
        assertThat(events()).isEmpty();

        grace.transferTo("Edsger");
        control.advance("PT2M");
        assertThat(events()).endsWith("participant.idle Ada");

        configure(Timers.unset("CUSTOMER", "IDLE"));
        chat.customer().say("back");
        control.advance("PT2M");
        assertThat(events()).containsExactly("participant.returned Ada", "participant.idle Ada");

        control.join(chat.contactId(), "Barbara");
        chat.customer().say("back again");
        control.advance("PT1H");
        assertThat(events()).isEmpty();
    }
}
