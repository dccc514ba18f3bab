package org.connectchat.control.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows that an instance with a clock of its own neither sees the steps of other clocks nor takes part in them. */
class ClockOfAnInstanceTest {

    private static final String START = """
            {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}\
            """;

    private final Emulator emulator =
            Emulator.with("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=1000000");

    @AfterEach
    void reset() {
        emulator.send("POST", "/_emulator/reset", null);
    }

    @Test
    @Rule("C40")
    void aStepOfOneInstanceEndsNoChatOfAnother() {
        Chat own = start("own");
        Chat other = start("other");

        advance("own", "6m");

        assertThat(reason(own)).isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
        assertThat(reason(other)).isEmpty();
        assertThat(read("own").text("instanceId")).isEqualTo("own");
        assertThat(read("other").json().has("instanceId")).isFalse();
        assertThat(Duration.parse(read("own").text("offset"))).isEqualTo(Duration.ofMinutes(6));
        assertThat(read("other").text("mode")).isEqualTo("SYSTEM");
    }

    @Test
    @Rule("C40")
    void aStepOfTheEmulatorEndsNoChatOfAnInstanceWithItsOwnClock() {
        emulator.send("POST", "/_emulator/clock/freeze?instanceId=own", null);
        Chat own = start("own");
        Chat other = start("other");

        emulator.send("POST", "/_emulator/clock/advance", "{\"by\": \"6m\"}");

        assertThat(reason(own)).isEmpty();
        assertThat(reason(other)).isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
    }

    @Test
    @Rule("C40")
    void anInstanceBeginsWithWhatTheClockOfTheEmulatorShows() {
        emulator.send("POST", "/_emulator/clock/set", "{\"to\": \"2031-05-06T07:08:09Z\"}");
        emulator.send("POST", "/_emulator/clock/freeze", null);
        Instant frozen = Instant.parse(read(null).text("now"));

        Answer moved = advance("own", "1h");

        assertThat(moved.text("mode")).isEqualTo("FROZEN");
        assertThat(Instant.parse(moved.text("now"))).isEqualTo(frozen.plus(Duration.ofHours(1)));
        assertThat(Instant.parse(read(null).text("now"))).isEqualTo(frozen);
    }

    @Test
    @Rule("C40")
    void theTimestampsOfAChatAreThoseOfItsInstance() {
        emulator.send("POST", "/_emulator/clock/set?instanceId=own", "{\"to\": \"2040-01-02T03:04:05Z\"}");
        Chat own = start("own");
        Party customer = own.customer();
        customer.join();
        String sent = customer.say("hello").text("AbsoluteTime");

        assertThat(sent).startsWith("2040-01-02T03:04:");
        assertThat(own.description().path("InitiationTimestamp").asDouble()).isGreaterThanOrEqualTo((double)
                Instant.parse("2040-01-02T03:04:05Z").getEpochSecond());
        assertThat(customer.connection("{\"Type\": [\"CONNECTION_CREDENTIALS\"]}")
                        .json()
                        .at("/ConnectionCredentials/Expiry")
                        .asString())
                .startsWith("2040-01-0");
    }

    @Test
    @Rule("C40")
    void aConnectionTokenExpiresByTheClockOfItsInstance() {
        Party own = start("own").customer();
        Party other = start("other").customer();
        own.join();
        other.join();
        own.connectionToken();
        other.connectionToken();

        advance("own", "23h");
        assertThat(own.say("still there").status()).isEqualTo(200);
        advance("own", "61m");

        assertThat(own.send("{\"ContentType\": \"text/plain\", \"Content\": \"too late\"}")
                        .status())
                .isEqualTo(403);
        assertThat(other.say("still there").status()).isEqualTo(200);
    }

    @Test
    @Rule("C40")
    void aResetOfTheInstanceTakesItsClockAway() {
        advance("own", "1h");
        advance("other", "2h");

        emulator.send("POST", "/_emulator/reset", "{\"instanceId\": \"own\"}");

        assertThat(read("own").json().has("instanceId")).isFalse();
        assertThat(read("own").text("mode")).isEqualTo("SYSTEM");
        assertThat(Duration.parse(read("other").text("offset"))).isEqualTo(Duration.ofHours(2));
        emulator.send("POST", "/_emulator/reset", null);
        assertThat(read("other").text("mode")).isEqualTo("SYSTEM");
    }

    @Test
    @Rule("C40")
    void stepsOfManyInstancesAtOnceStayApart() {
        List<Chat> chats = IntStream.range(0, 8)
                .mapToObj(number -> start("instance-" + number))
                .toList();

        Simultaneously.call(8, number -> {
            for (int step = 0; step <= number; step++) {
                advance("instance-" + number, "1m");
            }
            return number;
        });

        for (int number = 0; number < 8; number++) {
            assertThat(Duration.parse(read("instance-" + number).text("offset")))
                    .isEqualTo(Duration.ofMinutes(number + 1));
            assertThat(reason(chats.get(number)))
                    .isEqualTo(number + 1 < 5 ? "" : "CUSTOMER_CONNECTION_NOT_ESTABLISHED");
        }
    }

    @Test
    @Rule("C40")
    void clocksBeyondTheThousandthAreRefused() {
        for (int i = 0; i < 1_000; i++) {
            emulator.send("POST", "/_emulator/clock/freeze?instanceId=i" + i, null);
        }

        problem(
                emulator.send("POST", "/_emulator/clock/freeze?instanceId=more", null),
                409,
                "1000 instances have a clock of their own, which is the most");
        assertThat(advance("i999", "1h").status()).isEqualTo(200);
        emulator.send("POST", "/_emulator/reset", "{\"instanceId\": \"i5\"}");
        assertThat(emulator.send("POST", "/_emulator/clock/freeze?instanceId=more", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Rule("C40")
    void aMovementThatIsRefusedGivesNoClock() {
        problem(
                emulator.send("POST", "/_emulator/clock/set?instanceId=own", "{\"to\": \"9980-01-01T00:00:00Z\"}"),
                400,
                "to");
        problem(emulator.send("POST", "/_emulator/clock/set?instanceId=own", "{}"), 400, "to");

        assertThat(read("own").json().has("instanceId")).isFalse();
    }

    @Test
    @Rule("C40")
    void aChatThatStartsAfterAResetHasTheClockOfTheEmulator() {
        emulator.send("POST", "/_emulator/clock/set?instanceId=own", "{\"to\": \"2040-01-02T03:04:05Z\"}");
        emulator.send("POST", "/_emulator/reset", "{\"instanceId\": \"own\"}");

        assertThat(start("own").description().path("InitiationTimestamp").asDouble())
                .isLessThan((double) Instant.parse("2040-01-02T03:04:05Z").getEpochSecond());
    }

    @Test
    @Rule("C10")
    void anArnIsNoInstanceId() {
        String arn = "arn:aws:connect:us-east-1:123456789012:instance/own";
        problem(emulator.send("GET", "/_emulator/clock?instanceId=" + arn, null), 400, "not its ARN");
        for (String list : List.of("contacts", "calls", "contact-events", "flows", "faults", "events")) {
            problem(emulator.send("GET", "/_emulator/" + list + "?instanceId=" + arn, null), 400, "not its ARN");
        }
        problem(
                emulator.send("POST", "/_emulator/calls/await", "{\"instanceId\": \"" + arn + "\"}"),
                400,
                "not its ARN");
        problem(emulator.send("POST", "/_emulator/reset", "{\"instanceId\": \"" + arn + "\"}"), 400, "not its ARN");
        problem(
                emulator.send(
                        "POST",
                        "/_emulator/faults",
                        "{\"instanceId\": \"" + arn + "\", \"effect\": {\"type\": \"RESET\"}}"),
                400,
                "not its ARN");
    }

    @Test
    @Rule("C40")
    void anInstanceIdThatIsEmptyOrTooLongIsRefused() {
        problem(emulator.send("GET", "/_emulator/clock?instanceId=", null), 400, "instanceId");
        problem(emulator.send("GET", "/_emulator/clock?instanceId=" + "i".repeat(101), null), 400, "instanceId");
    }

    @Test
    @Rule("V43")
    void aDocumentOfTheStateHasTheClocksOfInstances() {
        advance("own", "1h");
        Chat own = start("own");
        Chat other = start("other");
        String document = emulator.send("GET", "/_emulator/state", null).body();
        emulator.send("POST", "/_emulator/reset", null);

        assertThat(emulator.send("PUT", "/_emulator/state", document).status()).isEqualTo(200);

        assertThat(Duration.parse(read("own").text("offset"))).isEqualTo(Duration.ofHours(1));
        advance("own", "6m");
        assertThat(reason(own)).isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
        assertThat(reason(other)).isEmpty();
    }

    @Test
    @Rule("V43")
    void aDocumentWithAWrongClockOfAnInstanceIsRefused() {
        advance("own", "1h");
        String document = emulator.send("GET", "/_emulator/state", null).body();

        problem(
                emulator.send("PUT", "/_emulator/state", document.replace("\"own\"", "\"\"")),
                400,
                "clocksOfInstances[0].instanceId: must have 1 to 100 characters");
        problem(
                emulator.send("PUT", "/_emulator/state", document.replace("PT1H", "PT69999999H")),
                400,
                "clocksOfInstances[0].clock.offset: must not take the clock before 1970");
        assertThat(emulator.send(
                                "PUT",
                                "/_emulator/state",
                                document.replaceFirst("\"clocksOfInstances\":\\[.*?\\],", ""))
                        .status())
                .isEqualTo(200);
        assertThat(read("own").text("mode")).isEqualTo("SYSTEM");
    }

    private Chat start(String instanceId) {
        return Chat.start(emulator, START.formatted(instanceId));
    }

    private Answer advance(String instanceId, String by) {
        return emulator.send("POST", "/_emulator/clock/advance?instanceId=" + instanceId, "{\"by\": \"" + by + "\"}");
    }

    private Answer read(String instanceId) {
        return emulator.send("GET", "/_emulator/clock" + (instanceId == null ? "" : "?instanceId=" + instanceId), null);
    }

    private static String reason(Chat chat) {
        return chat.description().path("DisconnectReason").asString("");
    }
}
