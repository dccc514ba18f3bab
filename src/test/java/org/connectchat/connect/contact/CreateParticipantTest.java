package org.connectchat.connect.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.connectchat.testkit.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows how a bot comes into a chat. */
class CreateParticipantTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    private static String bot(Chat chat, String more) {
        return """
                {"InstanceId": "an-instance", "ContactId": "%s",
                 "ParticipantDetails": {"ParticipantRole": "CUSTOM_BOT", "DisplayName": "Robo"}%s}""".formatted(chat.contactId(), more);
    }

    @Test
    @Rule({"P21", "P8"})
    void aBotGetsAnIdATokenAndTheTimeUntilWhichItIsGood() {
        Chat chat = Chat.start(EMULATOR);

        Answer answer = chat.createParticipant(bot(chat, ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("ParticipantCredentials", "ParticipantId");
        assertThat(answer.text("ParticipantId")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        var credentials = answer.json().path("ParticipantCredentials");
        assertThat(credentials.propertyNames()).containsExactlyInAnyOrder("ParticipantToken", "Expiry");
        assertThat(credentials.path("ParticipantToken").asString()).hasSizeBetween(1, 1_000);
        long initiated = chat.description()
                .path("InitiationTimestamp")
                .decimalValue()
                .movePointRight(3)
                .longValue();
        assertThat(Times.in(credentials, "Expiry").toEpochMilli())
                .isEqualTo(initiated + Duration.ofHours(25).toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUSTOMER", "AGENT", "SYSTEM", "SUPERVISOR", "custom_bot", ""})
    @Rule("P21")
    void noOtherRoleCanBeAdded(String role) {
        Chat chat = Chat.start(EMULATOR);

        Answer answer = chat.createParticipant(bot(chat, "").replace("CUSTOM_BOT", role));

        assertThat(answer.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(answer.message()).contains("ParticipantRole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InstanceId", "ContactId", "ParticipantDetails", "ParticipantRole", "DisplayName"})
    @Rule("P21")
    void itsMembersAreRequired(String member) {
        Chat chat = Chat.start(EMULATOR);

        Answer answer = chat.createParticipant(bot(chat, "").replace(member, "Something"));

        assertThat(answer.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(answer.message()).contains(member);
    }

    @Test
    @Rule("P21")
    void itsNamesHaveTheirLimits() {
        Chat chat = Chat.start(EMULATOR);

        assertThat(chat.createParticipant(bot(chat, "").replace("Robo", "R".repeat(257)))
                        .outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(chat.createParticipant(bot(chat, ", \"ClientToken\": \"" + "t".repeat(501) + "\""))
                        .outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(chat.createParticipant(bot(chat, "").replace("Robo", "R".repeat(256)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Rule("P21")
    void anUnknownContactIsNotFound() {
        Chat chat = Chat.start(EMULATOR);

        assertThat(chat.createParticipant(bot(chat, "").replace(chat.contactId(), "no-contact-of-ours"))
                        .outcome())
                .isEqualTo("404 ResourceNotFoundException");
        assertThat(chat.createParticipant(bot(chat, "").replace("an-instance", "another-instance"))
                        .outcome())
                .isEqualTo("404 ResourceNotFoundException");
    }

    @Test
    @Rule("P21")
    void anEndedChatIsAConflict() {
        Chat chat = Chat.start(EMULATOR);
        chat.stop();

        assertThat(chat.createParticipant(bot(chat, "")).outcome()).isEqualTo("409 ConflictException");
    }

    @Test
    @Rule("P21")
    void aSecondBotIsBeyondTheQuotaUntilTheFirstHasLeft() {
        Chat chat = Chat.start(EMULATOR);
        Party first = chat.addBot();

        assertThat(chat.createParticipant(bot(chat, "")).outcome()).isEqualTo("402 ServiceQuotaExceededException");
        Party.worked(first.disconnect());
        assertThat(chat.createParticipant(bot(chat, "")).status()).isEqualTo(200);
    }

    @Test
    @Rule("P22")
    void theSameClientTokenAddsTheSameBot() {
        Chat chat = Chat.start(EMULATOR);
        String request = bot(chat, ", \"ClientToken\": \"a-token\"");

        Answer first = chat.createParticipant(request);
        Answer again = chat.createParticipant(request);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(chat.createParticipant(request.replace("a-token", "A-TOKEN")).outcome())
                .isEqualTo("402 ServiceQuotaExceededException");
        Chat other = Chat.start(EMULATOR);
        assertThat(other.createParticipant(bot(other, ", \"ClientToken\": \"a-token\""))
                        .text("ParticipantId"))
                .isNotEqualTo(first.text("ParticipantId"));
    }

    @Test
    @Rule("P21")
    void ofManySimultaneousCallsOneAddsABot() {
        Chat chat = Chat.start(EMULATOR);

        List<Integer> answers = Simultaneously.call(
                20, number -> chat.createParticipant(bot(chat, "")).status());

        assertThat(answers).containsOnly(200, 402).containsOnlyOnce(200);
    }

    @Test
    @Rule("P21")
    void aBotIsInvisibleBeforeItConnects() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();
        socket.itemsUpToNow();

        Party bot = chat.addBot();

        assertThat(socket.itemsUpToNow()).isEmpty();
        bot.sayPresent();
        assertThat(socket.nextEvent("participant.joined").path("ParticipantId").asString())
                .isEqualTo(bot.id());
        socket.close();
    }
}
