package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Function;
import java.util.stream.Stream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that the bearer alone decides, and that whatever is wrong with it gets one and the same answer. */
class TokenProblemsTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    enum Call {
        CONNECTION("connection", """
                {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}"""),
        MESSAGE("message", """
                {"ContentType": "text/plain", "Content": "hello"}"""),
        EVENT("event", """
                {"ContentType": "application/vnd.amazonaws.connect.event.typing"}"""),
        TRANSCRIPT("transcript", "{}"),
        DISCONNECT("disconnect", "{}");

        private final String path;
        private final String body;

        Call(String lastPart, String body) {
            this.path = "/participant/" + lastPart;
            this.body = body;
        }

        Answer with(String bearer) {
            return Chat.call(EMULATOR, path, bearer, body);
        }
    }

    static Stream<Arguments> callsAndBadBearers() {
        return Stream.of(Call.values())
                .flatMap(call -> Stream.of(
                        Arguments.of(call, "no bearer", bearer(chat -> null)),
                        Arguments.of(call, "an empty bearer", bearer(chat -> "")),
                        Arguments.of(call, "a contact id", bearer(Chat::contactId)),
                        Arguments.of(call, "nonsense", bearer(chat -> "QVFJREFI")),
                        Arguments.of(call, "an altered token", bearer(chat -> altered(good(call, chat.customer())))),
                        Arguments.of(
                                call,
                                "a token with more behind it",
                                bearer(chat -> good(call, chat.customer()) + "AAAA")),
                        Arguments.of(
                                call, "a token of the wrong kind", bearer(chat -> wrongKind(call, chat.customer()))),
                        Arguments.of(call, "the token of an ended chat", bearer(chat -> {
                            String token = good(call, chat.customer());
                            chat.stop();
                            return token;
                        })),
                        Arguments.of(call, "the token of a bot that has left", bearer(chat -> {
                            Party bot = chat.addBot();
                            String token = good(call, bot);
                            Party.worked(bot.disconnect());
                            return token;
                        }))));
    }

    private static Function<Chat, String> bearer(Function<Chat, String> bearer) {
        return bearer;
    }

    private static String good(Call call, Party party) {
        return call == Call.CONNECTION ? party.participantToken() : party.connectionToken();
    }

    private static String wrongKind(Call call, Party party) {
        return call == Call.CONNECTION ? party.connectionToken() : party.participantToken();
    }

    /** Differs in one character from the middle, where the secret is spread to. */
    private static String altered(String token) {
        int middle = token.length() / 2;
        return token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("callsAndBadBearers")
    @Rule("P1")
    void everyProblemWithTheBearerIsAccessDenied(Call call, String problem, Function<Chat, String> bearer) {
        Answer answer = call.with(bearer.apply(Chat.start(EMULATOR)));

        assertThat(answer.outcome()).isEqualTo("403 AccessDeniedException");
        assertThat(answer.json()).isEqualTo(Chat.JSON.readTree("""
                {"message": "Access denied", "__type": "AccessDeniedException"}"""));
    }

    @Test
    @Rule("P1")
    void aBadBearerIsToldBeforeABadBody() {
        assertThat(Chat.call(EMULATOR, "/participant/message", "nonsense", "{").outcome())
                .isEqualTo("403 AccessDeniedException");
    }

    @Test
    @Rule("P1")
    void aTokenSpeaksForItsOwnParticipantAndChatAlone() {
        Chat one = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR);
        other.customer().say("not for everybody");
        one.customer().say("mine");

        assertThat(one.customer().transcript("""
                {"ContactId": "%s"}""".formatted(other.contactId())).toString())
                .doesNotContain("not for everybody");
        assertThat(Chat.wholeTranscript(one.customer())).singleElement().satisfies(item -> {
            assertThat(item.path("Content").asString()).isEqualTo("mine");
            assertThat(item.path("ParticipantId").asString())
                    .isEqualTo(one.customer().id());
        });
    }

    @Test
    @Rule("P1")
    void theHeaderMayBeSpelledInAnyCase() {
        Party customer = Chat.start(EMULATOR).customer();

        Answer answer = EMULATOR.send(
                "POST",
                "/participant/transcript",
                BodyPublishers.ofString("{}"),
                "x-amz-bearer",
                customer.connectionToken());

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 Credential=/20261122/us-east-1/execute-api/aws4_request,"
                        + " SignedHeaders=content-length;content-type;host;x-amz-bearer;x-amz-date,"
                        + " Signature=0000000000000000000000000000000000000000000000000000000000000000",
                "AWS4-HMAC-SHA256 nonsense",
                "BearerAuthentication eyJhbGciOiJub25lIn0",
                "Basic OjpAOjo="
            })
    @Rule("P2")
    void anAuthorizationHeaderMeansNothing(String authorization) {
        Party customer = Chat.start(EMULATOR).customer();

        Answer withToken = authorized(authorization, customer.participantToken());
        Answer withoutGoodToken = authorized(authorization, "nonsense");

        assertThat(withToken.status()).isEqualTo(200);
        assertThat(withoutGoodToken.outcome()).isEqualTo("403 AccessDeniedException");
    }

    private static Answer authorized(String authorization, String bearer) {
        return EMULATOR.send(
                "POST",
                "/participant/connection",
                BodyPublishers.ofString("""
                        {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}"""),
                "Authorization",
                authorization,
                "X-Amz-Date",
                "20261122T103531Z",
                "X-Amz-Bearer",
                bearer);
    }
}
