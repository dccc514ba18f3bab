package org.connectchat.chat.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.chat.ChatFixture.INSTANCE_ID;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that a participant token has the real one's shape, cannot be guessed, and opens its own active chat alone. */
class ParticipantTokenTest {

    private final Ids ids = new IdGenerator(new SecureRandom()).of("an-instance");
    private final ChatFixture fixture = ChatFixture.withDefaults();

    @Test
    @Rule("O2")
    void itIsSixHundredAndTwelveCharactersOfBase64() {
        assertThat(newText()).hasSize(612).startsWith("QVFJREFI").matches("[A-Za-z0-9+/]+={0,2}");
    }

    @Test
    @Rule("O2")
    void itHoldsAWrappedKeyAndACiphertext() {
        String[] parts = decoded(newText()).split("::", -1);

        assertThat(parts).hasSize(2);
        assertThat(parts[0]).hasSize(224).startsWith("AQIDAH").matches("[A-Za-z0-9+/]+={0,2}");
        assertThat(parts[1]).hasSize(232).matches("[A-Za-z0-9+/]+={0,2}");
        assertThat(Base64.getDecoder().decode(parts[0])).isNotEmpty();
        assertThat(Base64.getDecoder().decode(parts[1])).isNotEmpty();
    }

    @Test
    @Rule("O2")
    void itIsTheSameTextWheneverItIsAsked() {
        ParticipantToken token = ids.chat().token();

        assertThat(token.text()).isEqualTo(token.text());
    }

    @Test
    @Rule("O2")
    void noTwoAreAlike() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            texts.add(newText());
        }
        assertThat(texts).hasSize(10_000);
    }

    /** A bit that never changes, or that two tokens share too often, would not be a secret one. */
    @Test
    @Rule("O2")
    void atLeastOneHundredAndNinetyTwoOfItsBitsVary() {
        byte[] everSet = new byte[168];
        byte[] alwaysSet = new byte[168];
        Arrays.fill(alwaysSet, (byte) 0xff);
        for (int i = 0; i < 200; i++) {
            byte[] key = Base64.getDecoder().decode(decoded(newText()).split("::", -1)[0]);
            for (int at = 0; at < key.length; at++) {
                everSet[at] |= key[at];
                alwaysSet[at] &= key[at];
            }
        }
        int varying = 0;
        for (int at = 0; at < everSet.length; at++) {
            varying += Integer.bitCount((everSet[at] & ~alwaysSet[at]) & 0xff);
        }
        assertThat(varying).isGreaterThanOrEqualTo(192);
    }

    @Test
    @Rule("O2")
    void itSaysNothingOfTheIdsMintedWithIt() {
        Ids.NewChat chat = ids.chat();

        String secret = new String(
                Base64.getDecoder().decode(decoded(chat.token().text()).split("::", -1)[0]), ISO_8859_1);

        assertThat(secret).doesNotContain(bytesOf(chat.contactId()), bytesOf(chat.participantId()));
    }

    @Test
    void itHidesItselfFromLogs() {
        ParticipantToken token = ids.chat().token();

        assertThat(token.toString()).isEqualTo("ParticipantToken[hidden]");
        assertThat(new Participant("p", ParticipantRole.CUSTOMER, "Ada", token, null).toString())
                .isEqualTo("CUSTOMER p");
    }

    @Test
    @Rule("O3")
    void itIsValidAsLongAsItsChatIsActive() {
        StartedChat chat = fixture.chats.start(ChatFixture.command());
        String token = chat.participantToken().text();

        assertThat(fixture.byParticipantToken(token).id()).isEqualTo(chat.contactId());
        fixture.after(Duration.ofMinutes(4));
        assertThat(fixture.byParticipantToken(token).id()).isEqualTo(chat.contactId());
    }

    @Test
    @Rule("O3")
    void itEndsWithAChatThatIsStopped() {
        StartedChat chat = fixture.chats.start(ChatFixture.command());

        fixture.chats.stop(INSTANCE_ID, chat.contactId());

        assertThat(fixture.byParticipantToken(chat.participantToken().text())).isNull();
    }

    @Test
    @Rule({"O3", "B4"})
    void itEndsWithAChatThatItsClockEnds() {
        StartedChat chat = fixture.chats.start(ChatFixture.command());

        fixture.after(Duration.ofMinutes(5));

        assertThat(fixture.byParticipantToken(chat.participantToken().text())).isNull();
    }

    @Test
    @Rule("O3")
    void eachOpensItsOwnChat() {
        StartedChat one = fixture.chats.start(ChatFixture.command());
        StartedChat other = fixture.chats.start(ChatFixture.command());

        assertThat(fixture.byParticipantToken(one.participantToken().text()).id())
                .isEqualTo(one.contactId());
        assertThat(fixture.byParticipantToken(other.participantToken().text()).id())
                .isEqualTo(other.contactId());
    }

    @Test
    @Rule({"O2", "O3"})
    void aTokenWithAnyCharacterChangedOpensNothing() {
        String token =
                fixture.chats.start(ChatFixture.command()).participantToken().text();

        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(fixture.byParticipantToken(forged))
                    .as("character %d", at)
                    .isNull();
        }
    }

    @Test
    @Rule("O3")
    void aTokenOfAnotherEmulatorOpensNothing() {
        fixture.started();

        assertThat(fixture.byParticipantToken(newText())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "QVFJREFI", "no base64 at all", "::"})
    @Rule("O3")
    void whatIsNoTokenOpensNothing(String text) {
        assertThat(fixture.byParticipantToken(text)).isNull();
    }

    @Test
    @Rule("O3")
    void aTokenWithSomethingMissingOrAddedOpensNothing() {
        String token =
                fixture.chats.start(ChatFixture.command()).participantToken().text();

        assertThat(fixture.byParticipantToken(token.substring(1))).isNull();
        assertThat(fixture.byParticipantToken(token.substring(0, 611))).isNull();
        assertThat(fixture.byParticipantToken(token + " ")).isNull();
        assertThat(fixture.byParticipantToken(" " + token.substring(1))).isNull();
        assertThat(fixture.byParticipantToken(decoded(token))).isNull();
        assertThat(fixture.byParticipantToken("é".repeat(612))).isNull();
        assertThat(fixture.byParticipantToken("A".repeat(612))).isNull();
    }

    private String newText() {
        return ids.chat().token().text();
    }

    private static String decoded(String token) {
        return new String(Base64.getDecoder().decode(token), ISO_8859_1);
    }

    private static String bytesOf(String uuid) {
        byte[] bytes = new BigInteger(uuid.replace("-", ""), 16).toByteArray();
        return new String(bytes, Math.max(0, bytes.length - 8), 8, ISO_8859_1);
    }
}
