package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that the clocks really run: chats end by themselves, with the reason and at the moment that they should. */
class ChatClocksTest {

    @Test
    @Rule("B4")
    void aChatWhoseCustomerDoesNotConnectEnds() throws InterruptedException {
        Emulator emulator =
                Emulator.with("emulator.throttling.enabled=false", "emulator.chat.connection-deadline=300ms");

        assertEnds(emulator, "CUSTOMER_CONNECTION_NOT_ESTABLISHED", "0.300");
    }

    @Test
    @Rule("B5")
    void aChatWhoseDurationIsOverExpires() throws InterruptedException {
        Emulator emulator = Emulator.with("emulator.throttling.enabled=false", "emulator.chat.default-duration=400ms");

        assertEnds(emulator, "EXPIRED", "0.400");
    }

    @Test
    void anEndedChatIsForgottenAfterTheRetentionTime() throws InterruptedException {
        Emulator emulator = Emulator.with("emulator.throttling.enabled=false", "emulator.chat.retention=300ms");
        String id = emulator.started(Emulator.SMALLEST_START);
        emulator.stop("an-instance", id);

        Instant giveUp = Instant.now().plus(Duration.ofSeconds(10));
        while (emulator.describe("an-instance", id).status() == 200
                && Instant.now().isBefore(giveUp)) {
            Thread.sleep(20);
        }

        assertThat(emulator.describe("an-instance", id).outcome()).isEqualTo("404 ResourceNotFoundException");
    }

    @Test
    void onlyTheConfiguredNumberOfEndedChatsIsKept() {
        Emulator emulator = Emulator.with("emulator.throttling.enabled=false", "emulator.chat.retained-contacts=1");
        String first = emulator.started(Emulator.SMALLEST_START);
        String second = emulator.started(Emulator.SMALLEST_START);

        emulator.stop("an-instance", second);
        emulator.stop("an-instance", first);

        assertThat(emulator.describe("an-instance", second).outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(emulator.describe("an-instance", first).outcome()).isEqualTo("200");
    }

    private static void assertEnds(Emulator emulator, String reason, String secondsAfterItsStart)
            throws InterruptedException {
        String id = emulator.started(Emulator.SMALLEST_START);
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(10));
        JsonNode contact = contact(emulator, id);
        while (!contact.has("DisconnectTimestamp") && Instant.now().isBefore(giveUp)) {
            Thread.sleep(20);
            contact = contact(emulator, id);
        }

        assertThat(contact.path("DisconnectReason").asString()).isEqualTo(reason);
        assertThat(contact.path("DisconnectTimestamp")
                        .decimalValue()
                        .subtract(contact.path("InitiationTimestamp").decimalValue()))
                .isEqualByComparingTo(new BigDecimal(secondsAfterItsStart));
        assertThat(contact.path("LastUpdateTimestamp")).isEqualTo(contact.path("DisconnectTimestamp"));
    }

    private static JsonNode contact(Emulator emulator, String id) {
        return emulator.describe("an-instance", id).json().path("Contact");
    }
}
