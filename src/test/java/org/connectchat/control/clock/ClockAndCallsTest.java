package org.connectchat.control.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that the clock stands still while a function is called, so that a test that advances it sees no race. */
class ClockAndCallsTest {

    private static final String NOTE = "{\"Attributes\": {\"step\": \"%s\"}}";

    private static final String FLOW = new FlowText()
            .action(
                    "call",
                    "InvokeLambdaFunction",
                    "{\"LambdaFunctionARN\": \"slow\", \"InvocationTimeLimitSeconds\": \"8\"}",
                    "wait",
                    failing())
            .action("wait", "Wait", "{\"TimeLimitSeconds\": \"60\"}", "first", completed("first"), failing())
            .action("first", "UpdateContactAttributes", NOTE.formatted("first"), "again", failing())
            .action("again", "Wait", "{\"TimeLimitSeconds\": \"60\"}", "second", completed("second"), failing())
            .action("second", "UpdateContactAttributes", NOTE.formatted("second"), "stand", failing())
            .action("stand", "Wait", "{\"TimeLimitSeconds\": \"600\"}", "stand", completed("stand"), failing())
            .end("failed")
            .json();

    private static String failing() {
        return FlowText.errors("NoMatchingError", "failed");
    }

    private static String completed(String next) {
        return FlowText.conditions("Equals", "WaitCompleted", next);
    }

    @Test
    @Rule({"F80", "C4"})
    void anAdvanceWaitsForTheCallUnderWayAndThenGoesThroughEveryWait() throws IOException {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch mayRespond = new CountDownLatch(1);
        HttpServer function = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        function.createContext("/", exchange -> {
            called.countDown();
            await(mayRespond);
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        ExecutorService threads = Executors.newCachedThreadPool();
        function.setExecutor(threads);
        function.start();
        try (Emulator emulator = Emulator.own(
                "emulator.flows.start=on-start",
                "emulator.flows.lambda.functions.slow=http://localhost:"
                        + function.getAddress().getPort())) {
            Control control = new Control(emulator);
            Chat chat = Flows.start(emulator, Flows.created(emulator, "calling", FLOW));
            await(called);

            CompletableFuture<Answer> advance = CompletableFuture.supplyAsync(
                    () -> control.call("POST", "/clock/advance", "{\"by\": \"PT2M\"}"), threads);
            Awaitility.await().until(() -> control.get("/clock").path("mode").asString(), "FROZEN"::equals);
            mayRespond.countDown();

            assertThat(advance.join().status()).isEqualTo(200);
            assertThat(control.get("/clock").path("mode").asString()).isEqualTo("SHIFTED");
            JsonNode flow = control.get("/contacts/" + chat.contactId() + "/flow");
            assertThat(flow.at("/run/identifier").asString()).isEqualTo("stand");
        } finally {
            mayRespond.countDown();
            function.stop(0);
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
