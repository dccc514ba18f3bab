package org.connectchat.flow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.errors;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Shows what a chat is told of functions that fail, from the flow that CreateContactFlow creates to the flow log. A server
 * of the test plays Lambda; the name of a function says what it does.
 */
class FailingFunctionsTest {

    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";
    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static final LambdaServer LAMBDA = new LambdaServer(FailingFunctionsTest::invoke);
    private static final Emulator EMULATOR = Emulator.own(
            "emulator.throttling.enabled=false",
            "emulator.flows.lambda.endpoint=" + LAMBDA.url(),
            "emulator.flows.lambda.functions.unreachable=http://localhost:" + closedPort());

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        OVER.countDown();
        EMULATOR.close();
        LAMBDA.close();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void invoke(HttpExchange exchange) throws IOException {
        String function = function(exchange.getRequestURI().getPath());
        switch (function) {
            case "works" -> LambdaServer.result("{\"plan\": \"gold\"}").to(exchange);
            case "slow" -> await(OVER);
            case "fails-twice" ->
                LambdaServer.status(calls(function) < 3 ? 500 : 200, "{\"plan\": \"late\"}")
                        .to(exchange);
            case "fails" ->
                LambdaServer.status(500, "{\"Message\": \"secret\"}").to(exchange);
            case "throws" ->
                LambdaServer.status(200, "{\"errorMessage\": \"secret\"}", "X-Amz-Function-Error", "Unhandled")
                        .to(exchange);
            case "no-json" -> LambdaServer.result("<html>secret</html>").to(exchange);
            case "large" ->
                LambdaServer.result("{\"plan\": \"" + "x".repeat(40 * 1024) + "\"}")
                        .to(exchange);
            default -> LambdaServer.status(404, "").to(exchange);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String function(String path) {
        return path.replaceFirst(".*:function:([-a-z]+)/invocations", "$1");
    }

    private static long calls(String function) {
        return LAMBDA.requests().stream()
                .filter(request -> function(request.uri().getPath()).equals(function))
                .count();
    }

    /** A flow that calls a function that works, then another one, and says in attributes what came of it. */
    private static String flow(String function, String seconds) {
        String failed = errors("NoMatchingError", "failed");
        return new FlowText()
                .action("first", "InvokeLambdaFunction", invocation("works", "8"), "call", failed)
                .action("call", "InvokeLambdaFunction", invocation(function, seconds), "worked", failed)
                .action("worked", "UpdateContactAttributes", branch("worked"), "end", errors("NoMatchingError", "end"))
                .action("failed", "UpdateContactAttributes", branch("failed"), "end", errors("NoMatchingError", "end"))
                .end("end")
                .json();
    }

    private static String invocation(String function, String seconds) {
        return "{\"LambdaFunctionARN\": \"%s\", \"InvocationTimeLimitSeconds\": \"%s\"}"
                .formatted(ARN + function, seconds);
    }

    private static String branch(String name) {
        return "{\"Attributes\": {\"branch\": \"%s\", \"plan\": \"$.External.plan\"}}".formatted(name);
    }

    /** Runs the flow, and returns the log entry of the call. */
    private JsonNode called(String function, Chat chat) {
        control.post("/contacts/" + chat.contactId() + "/connect");
        control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"identifier\": \"end\"}");
        JsonNode log = control.get("/contacts/" + chat.contactId() + "/flow/log?identifier=call");
        assertThat(log.path("entries")).as(log.toString()).hasSize(1);
        JsonNode entry = log.at("/entries/0");
        assertThat(entry.at("/parameters/LambdaFunctionARN").asString()).isEqualTo(ARN + function);
        return entry;
    }

    private JsonNode attributes(Chat chat) {
        return EMULATOR.attributes("an-instance", chat.contactId()).json().path("Attributes");
    }

    @ParameterizedTest
    @Rule({"F54", "F56", "F79"})
    @CsvSource(
            delimiter = '|',
            value = {
                "slow        | 1 | no response within the time limit of 1000 ms",
                "fails       | 8 | status 500",
                "throws      | 8 | the function failed (X-Amz-Function-Error)",
                "no-json     | 8 | the result is not valid JSON",
                "large       | 8 | the response is larger than 32768 bytes",
                "unreachable | 8 | its address cannot be reached"
            })
    void aFunctionThatFailsTakesTheErrorBranchAndTheFlowLogSaysWhy(String function, String seconds, String reason) {
        Chat chat = Flows.start(EMULATOR, Flows.created(EMULATOR, function, flow(function, seconds)));

        JsonNode entry = called(function, chat);

        assertThat(entry.path("outcome").asString()).isEqualTo("NoMatchingError");
        assertThat(entry.path("nextAction").asString()).isEqualTo("failed");
        assertThat(entry.path("reason").asString()).isEqualTo("Lambda function " + ARN + function + ": " + reason);
        assertThat(attributes(chat).path("branch").asString()).isEqualTo("failed");
        assertThat(attributes(chat).path("plan").asString())
                .as("what an earlier call returned")
                .isEqualTo("gold");
    }

    @Test
    @Rule("F56")
    void twoErrorsOfTheServerAreTriedAgainAndTheThirdResponseCounts() {
        Chat chat = Flows.start(EMULATOR, Flows.created(EMULATOR, "fails-twice", flow("fails-twice", "8")));

        JsonNode entry = called("fails-twice", chat);

        assertThat(entry.path("outcome").asString()).as(entry.toString()).isEqualTo("Success");
        assertThat(calls("fails-twice")).isEqualTo(3);
        assertThat(attributes(chat).path("plan").asString()).isEqualTo("late");
    }

    @ParameterizedTest
    @Rule("F83")
    @CsvSource({"0", "9", "eight", "$.Attributes.limit"})
    void aTimeLimitThatIsNotOneToEightSecondsIsNotPublished(String seconds) {
        Answer answer = EMULATOR.send(
                "PUT", "/contact-flows/an-instance", Flows.create("limit " + seconds, flow("works", seconds)));

        assertThat(answer.outcome()).isEqualTo("400 InvalidContactFlowException");
        assertThat(answer.json().at("/problems/0/message").asString())
                .contains("Invalid Action property value. Path: Actions[1].Parameters.InvocationTimeLimitSeconds");
    }
}
