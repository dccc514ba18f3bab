package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.throttle.ThrottleLimit;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that the Participant Service throttles each operation of each instance by itself. */
class ParticipantThrottleTest {

    /** Two calls, and then nothing for a thousand seconds. */
    private static final Emulator EMULATOR = Emulator.with(
            "emulator.throttling.operations.sendMessage.rate=0.001",
            "emulator.throttling.operations.sendMessage.burst=2",
            "emulator.throttling.operations.createParticipantConnection.rate=0.001",
            "emulator.throttling.operations.createParticipantConnection.burst=3",
            "emulator.throttling.operations.startChatContact.rate=1000000",
            "emulator.throttling.operations.startChatContact.burst=1000000");

    private static Chat ofInstance(String instanceId) {
        return Chat.start(EMULATOR, """
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(instanceId));
    }

    @Test
    @Rule("P18")
    void aCallAboveTheLimitIsAThrottlingExceptionForTheWholeInstanceOnly() {
        Party one = ofInstance("crowded").customer();
        Party two = ofInstance("crowded").customer();
        Party elsewhere = ofInstance("quiet").customer();
        one.say("the first");
        two.say("the second");

        Answer tooMany = one.send("""
                {"ContentType": "text/plain", "Content": "the third"}""");

        assertThat(tooMany.outcome()).isEqualTo("429 ThrottlingException");
        assertThat(tooMany.json().propertyNames()).containsExactly("message", "__type");
        assertThat(two.send("{}").outcome()).isEqualTo("429 ThrottlingException");
        elsewhere.say("nothing to do with it");
        assertThat(Chat.wholeTranscript(one)).hasSize(1);
    }

    @Test
    @Rule("P18")
    void eachOperationHasABucketOfItsOwn() {
        Party customer = ofInstance("busy").customer();
        customer.say("one");
        customer.say("two");

        customer.signal("typing");
        customer.transcript("{}");
        assertThat(customer.disconnect().status()).isEqualTo(200);
    }

    @Test
    @Rule("P18")
    void aCallWithAnInvalidTokenTakesNothingFromTheInstance() {
        Party customer = ofInstance("besieged").customer();

        for (int i = 0; i < 10; i++) {
            assertThat(Chat.call(EMULATOR, "/participant/connection", "nonsense", "{}")
                            .outcome())
                    .isEqualTo("403 AccessDeniedException");
        }

        for (int i = 0; i < 3; i++) {
            assertThat(customer.connection("""
                            {"Type": ["WEBSOCKET"]}""").status()).isEqualTo(200);
        }
        assertThat(customer.connection("""
                        {"Type": ["WEBSOCKET"]}""").outcome()).isEqualTo("429 ThrottlingException");
    }

    static Stream<Arguments> defaults() {
        return Stream.of(
                Arguments.of(ParticipantRoutes.CREATE_PARTICIPANT_CONNECTION, new ThrottleLimit(6.0, 9)),
                Arguments.of(ParticipantRoutes.SEND_MESSAGE, new ThrottleLimit(10.0, 15)),
                Arguments.of(ParticipantRoutes.SEND_EVENT, new ThrottleLimit(10.0, 15)),
                Arguments.of(ParticipantRoutes.GET_TRANSCRIPT, new ThrottleLimit(8.0, 12)),
                Arguments.of(ParticipantRoutes.DISCONNECT_PARTICIPANT, new ThrottleLimit(3.0, 5)));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    @Rule("P18")
    void theDefaultsAreThoseOfAws(Route route, ThrottleLimit expected) {
        assertThat(route.limit()).isEqualTo(expected);
        assertThat(route.scope()).isEqualTo(Route.Scope.INSTANCE);
        assertThat(route.throttled()).isEqualTo(ParticipantError.THROTTLING);
    }
}
