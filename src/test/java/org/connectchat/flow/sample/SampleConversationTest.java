package org.connectchat.flow.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Talks to the samples as a customer does. The act {@code support-desk} of ChatJS shows the whole support desk. */
class SampleConversationTest {

    private static final String SAMPLES = "emulator.flows.samples=greeter,support-desk";

    @Test
    @Rule({"F75", "F69", "F40"})
    void theGreeterRepeatsWhatTheCustomerWritesUntilBye() {
        Emulator emulator = Emulator.with(SAMPLES, "emulator.flows.strict=true");
        Chat chat = start(emulator, "greeter");
        try (ClientSocket socket = chat.customer().join()) {
            assertThat(heard(socket, "Hello from the emulator.")
                            .path("DisplayName")
                            .asString())
                    .isEqualTo("SYSTEM_MESSAGE");
            heard(socket, "I repeat what you write. Write \"bye\" to leave.");

            chat.customer().say("Good morning");

            assertThat(heard(socket, "You wrote: Good morning")
                            .path("DisplayName")
                            .asString())
                    .isEqualTo("BOT");

            chat.customer().say("bye");

            heard(socket, "Goodbye.");
            socket.nextEvent("chat.ended");
        }
    }

    @Test
    @Rule({"F75", "F72"})
    void onADayOnWhichTheSupportDeskIsClosedItSaysSo() {
        try (Emulator emulator = Emulator.own(SAMPLES)) {
            new Control(emulator).post("/clock/set", "{\"to\": \"2040-01-01T12:00:00Z\"}");
            Chat chat = start(emulator, "support-desk");
            try (ClientSocket socket = chat.customer().join()) {
                socket.nextItem("application/vnd.amazonaws.connect.message.interactive");

                chat.customer().say("Returns");

                heard(socket, "The support desk is closed today. Please come back tomorrow.");
                socket.nextEvent("chat.ended");
            }
        }
    }

    @Test
    @Rule({"F75", "F57"})
    void aFunctionThatIsMappedTellsThePlan() throws IOException {
        HttpServer function = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        function.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] plan = "{\"plan\": \"premium\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, plan.length);
            exchange.getResponseBody().write(plan);
            exchange.close();
        });
        function.start();
        String url = "http://localhost:" + function.getAddress().getPort() + "/";
        try (Emulator emulator = Emulator.own(SAMPLES, "emulator.flows.lambda.functions.sample-customer=" + url)) {
            Chat chat = start(emulator, "support-desk");
            try (ClientSocket socket = chat.customer().join()) {
                heard(socket, "Welcome to the support desk. Your plan: premium.");
            }
        } finally {
            function.stop(0);
        }
    }

    private static Chat start(Emulator emulator, String flow) {
        return Chat.start(emulator, Emulator.SMALLEST_START.replace("a-flow", flow));
    }

    /** The next message of this text; what comes before it is left out. */
    private static JsonNode heard(ClientSocket socket, String text) {
        JsonNode item = socket.nextItem("text/plain");
        while (!text.equals(item.path("Content").asString())) {
            item = socket.nextItem("text/plain");
        }
        return item;
    }
}
