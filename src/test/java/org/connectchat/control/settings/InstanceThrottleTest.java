package org.connectchat.control.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.operation.Operation;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that an instance with a throttle of its own and all others leave each other alone. */
class InstanceThrottleTest {

    private static final String NO_REFILL = "{\"rate\": 0.001, \"burst\": %d}";

    /** Three calls of each operation below, and then nothing for a thousand seconds. */
    private static final Emulator EMULATOR = Emulator.with(
            "emulator.throttling.operations.startChatContact.rate=0.001",
            "emulator.throttling.operations.startChatContact.burst=3",
            "emulator.throttling.operations.sendMessage.rate=0.001",
            "emulator.throttling.operations.sendMessage.burst=3");

    private final Control control = new Control(EMULATOR);
    private final String a = "a-" + UUID.randomUUID();
    private final String b = "b-" + UUID.randomUUID();

    @AfterEach
    void reset() {
        control.post("/reset");
    }

    private Answer own(String instanceId, String operation, int burst) {
        return patch(instanceId, """
                {"throttling": {"operations": {"%s": %s}}}""".formatted(operation, NO_REFILL.formatted(burst)));
    }

    private Answer patch(String instanceId, String json) {
        Answer answer = control.call("PATCH", "/settings?instanceId=" + instanceId, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Answer start(String instanceId) {
        return EMULATOR.start(startOf(instanceId));
    }

    private static String startOf(String instanceId) {
        return Emulator.SMALLEST_START.replace("an-instance", instanceId);
    }

    private static long started(int calls, String instanceId) {
        return IntStream.range(0, calls)
                .filter(call -> start(instanceId).status() == 200)
                .count();
    }

    @Test
    @Rule("C31")
    void itTakesNoTokenOfTheAccountAndTheAccountNoneOfIts() {
        own(a, "StartChatContact", 5);

        assertThat(started(2, b)).isEqualTo(2);
        assertThat(started(6, a)).isEqualTo(5);
        assertThat(start(a).outcome()).isEqualTo("429 TooManyRequestsException");
        assertThat(started(2, b)).isEqualTo(1);
    }

    @Test
    @Rule("C31")
    void eightInstancesAtOnceGetTheirOwnBurstsAndNoMore() {
        List<String> instances =
                IntStream.range(0, 8).mapToObj(i -> i + "-" + UUID.randomUUID()).toList();
        instances.subList(0, 6).forEach(instance -> own(instance, "StartChatContact", 4));

        List<Long> started = Simultaneously.call(8, number -> {
            if (number < 4) {
                own(instances.get(number), "SendMessage", 1 + number);
            }
            return started(10, instances.get(number));
        });

        assertThat(started.subList(0, 6)).containsOnly(4L);
        assertThat(started.get(6) + started.get(7)).isEqualTo(3);
    }

    static Stream<Arguments> operationsOfTheAccount() {
        return EMULATOR.beans(Operation.class).stream()
                .map(Operation::route)
                .filter(route ->
                        route.scope() == Route.Scope.ACCOUNT && !route.name().equals("ListInstances"))
                .flatMap(route ->
                        route.methods().stream().map(method -> Arguments.of(method, route.uri(), route.name())));
    }

    @ParameterizedTest
    @MethodSource("operationsOfTheAccount")
    @Rule("C31")
    void everyOperationOfTheAccountIsThrottledByTheInstanceThatItNames(String method, String uri, String operation) {
        patch(b, "{\"throttling\": {\"enabled\": true}}");
        control.call("PATCH", "/settings", "{\"throttling\": {\"enabled\": false}}");
        own(a, operation, 2);
        patch(a, "{\"throttling\": {\"enabled\": true}}");

        String arn = "arn:aws:connect:us-east-1:000000000000:instance/" + a;
        assertThat(call(method, uri, a).status()).isNotEqualTo(429);
        assertThat(call(method, uri, arn).status()).isNotEqualTo(429);
        assertThat(call(method, uri, a).status()).isEqualTo(429);
        assertThat(call(method, uri, arn).status()).isEqualTo(429);
        assertThat(call(method, uri, b).status()).isNotEqualTo(429);
        assertThat(call(method, uri, "another").status()).isNotEqualTo(429);
    }

    private static Answer call(String method, String uri, String instanceId) {
        String path = uri.replace("{InstanceId}", URLEncoder.encode(instanceId, UTF_8))
                .replaceAll("\\{\\w+}", "x");
        boolean hasBody = !method.equals("GET") && !method.equals("DELETE");
        return EMULATOR.send(method, path, hasBody ? "{\"InstanceId\": \"" + instanceId + "\"}" : null);
    }

    @Test
    @Rule("C31")
    void aWidgetIsThrottledByTheInstanceThatItNamesInItsOwnWayOrByDefault() {
        control.call("PATCH", "/settings", """
                {"throttling": {"enabled": false}, "instances": [{"id": "%s", "flows": [{"id": "f"}]}, {"id": "%s"}]}""".formatted(a, b));
        own(a, "StartChatContact", 1);
        patch(a, "{\"throttling\": {\"enabled\": true}}");
        own(b, "StartChatContact", 1);
        patch(b, "{\"throttling\": {\"enabled\": true}}");

        String byDefault = "{\"customerName\": \"Ada\"}";
        String named = "{\"customerName\": \"Ada\", \"ConnectInstanceId\": \"" + b + "\", \"ContactFlowId\": \"f\"}";
        assertThat(EMULATOR.send("POST", "/start-chat", byDefault).status()).isEqualTo(200);
        assertThat(EMULATOR.send("POST", "/start-chat", byDefault).status()).isEqualTo(429);
        assertThat(EMULATOR.send("POST", "/start-chat", named).status()).isNotEqualTo(429);
        assertThat(EMULATOR.send("POST", "/start-chat", named).status()).isEqualTo(429);
        assertThat(EMULATOR.send("POST", "/start-chat", named.replace("\"Ada\"", "5"))
                        .status())
                .isNotEqualTo(429);
    }

    @Test
    @Rule("C31")
    void theParticipantServiceFindsTheInstanceOfTheToken() {
        patch(a, "{\"throttling\": {\"enabled\": true}}");
        own(a, "SendMessage", 1);
        Party ofA = Chat.start(EMULATOR, startOf(a)).customer();
        Party ofB = Chat.start(EMULATOR, startOf(b)).customer();
        String message = "{\"ContentType\": \"text/plain\", \"Content\": \"Hi\"}";

        assertThat(ofA.send(message).status()).isEqualTo(200);
        assertThat(ofA.send(message).outcome()).isEqualTo("429 ThrottlingException");
        IntStream.range(0, 3)
                .forEach(i -> assertThat(ofB.send(message).status()).isEqualTo(200));
        assertThat(ofB.send(message).outcome()).isEqualTo("429 ThrottlingException");

        control.post("/reset", "{\"instanceId\": \"" + b + "\"}");
        assertThat(Chat.start(EMULATOR, startOf(b)).customer().send(message).status())
                .as("a reset fills the buckets that belong to the instance")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"InstanceId\": \"%s\", \"ParticipantDetails\": 5}",
                "{\"InstanceId\": \"%s\"}",
                "{\"InstanceId\": \"%s\", \"InstanceId\": 5}",
                "{\"InstanceId\": \"%s\"",
            })
    @Rule("C31")
    void theThrottleStaysTheFirstCheck(String wrong) {
        own(a, "StartChatContact", 1);
        String ofA = wrong.formatted(a);
        String ofB = wrong.formatted(b);
        List<String> both = List.of(ofA, ofB);

        both.forEach(json -> assertThat(EMULATOR.start(json).status()).isEqualTo(400));
        started(3, b);
        both.forEach(json -> EMULATOR.start(json));
        both.forEach(json -> assertThat(EMULATOR.start(json).status()).isEqualTo(429));
    }

    @Test
    @Rule("C31")
    void aBodyThatCannotBeReadIsRefusedAsWithoutSettingsOfInstances() {
        own(a, "StartChatContact", 1);
        String large = startOf(a).replace("Ada", "x".repeat(2_000_000));

        assertThat(EMULATOR.start(large).status()).isEqualTo(413);
        assertThat(start(a).status()).as("the body was not looked at").isEqualTo(200);
    }

    @Test
    @Rule("C31")
    void whatItHasNotSetFollowsTheEmulator() {
        patch(a, """
                {"throttling": {"operations": {"startchatcontact": {"burst": 5}}}}""");
        assertThat(limit(a, "rate")).isEqualTo(0.001);

        control.call("PATCH", "/settings", """
                {"throttling": {"operations": {"StartChatContact": {"rate": 0.002, "burst": 7},
                  "SendMessage": {"burst": 9}}}}""");

        assertThat(limit(a, "rate")).isEqualTo(0.002);
        assertThat(limit(a, "burst")).isEqualTo(5);
        assertThat(limit(b, "burst")).isEqualTo(7);
        assertThat(control.get("/settings?instanceId=" + a)
                        .at("/throttling/operations/SendMessage/burst")
                        .asInt())
                .isEqualTo(9);
        control.call("PATCH", "/settings", "{\"throttling\": {\"enabled\": false}}");
        assertThat(started(20, a)).isEqualTo(20);
        assertThat(control.get("/settings?instanceId=" + a)
                        .at("/throttling/enabled")
                        .asBoolean())
                .isFalse();
    }

    private double limit(String instanceId, String member) {
        return control.get("/settings?instanceId=" + instanceId)
                .at("/throttling/operations/StartChatContact/" + member)
                .asDouble();
    }

    @Test
    @Rule("C31")
    void aResetOfItTakesItsThrottleAwayAndNoOther() {
        own(a, "StartChatContact", 1);
        own(b, "StartChatContact", 2);
        started(1, a);

        control.post("/reset", "{\"instanceId\": \"" + a + "\"}");

        assertThat(limit(a, "burst")).isEqualTo(3);
        assertThat(limit(b, "burst")).isEqualTo(2);
        assertThat(started(4, a)).isEqualTo(3);
        assertThat(started(4, b)).isEqualTo(2);
        own(a, "StartChatContact", 2);
        assertThat(started(4, a)).as("the new buckets are full").isEqualTo(2);
        control.post("/reset");
        assertThat(limit(b, "burst")).isEqualTo(3);
        assertThat(started(4, b)).isEqualTo(3);
    }
}
