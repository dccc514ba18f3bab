package org.connectchat.restjson.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.tomcat.ConnectionResetter;
import org.connectchat.testkit.Emulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Shows what those hear who listen to calls, and what those can do who come between. */
class CallHooksTest {

    private static final BlockingQueue<CallRecord> HEARD = new LinkedBlockingQueue<>();
    private static final List<String> STEPS = new CopyOnWriteArrayList<>();
    private static volatile String refusedAt = "";
    private static volatile boolean drops;

    private static ConfigurableApplicationContext emulator;

    /** Notes each step and refuses where the test says so. */
    private static final class Gate implements CallInterceptor {

        @Override
        public void before(Call call) {
            step("before", call);
        }

        @Override
        public void targetKnown(Call call) {
            step("targetKnown", call);
        }

        @Override
        public void after(Call call) {
            step("after", call);
        }

        private static void step(String name, Call call) {
            STEPS.add(name + " " + call.operation().name() + " " + call.instanceId());
            if (refusedAt.equals(name)) {
                call.setFaultId("a-fault");
                throw drops
                        ? new CallAborted()
                        : new AwsException(call.operation().dialect().internal(), "not now");
            }
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(ConnectChatEmulator.class);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("gate", CallInterceptor.class, Gate::new);
            beans.registerBean("ear", CallObserver.class, () -> HEARD::add);
        });
        emulator = application.run("--server.port=0", "--emulator.throttling.enabled=false");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @BeforeEach
    void nothingIsRefused() {
        refusedAt = "";
        drops = false;
        HEARD.clear();
        STEPS.clear();
    }

    @Test
    void aCompletedCallIsRecordedWithAllThatIsKnownOfIt() throws Exception {
        HttpResponse<String> answer = start(Emulator.SMALLEST_START);

        CallRecord call = heard();
        assertThat(call.operation()).isEqualTo("StartChatContact");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.errorCode()).isNull();
        assertThat(call.instanceId()).isEqualTo("an-instance");
        assertThat(answer.body()).contains("\"ContactId\":\"" + call.contactId() + "\"");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).contains(call.requestId());
        assertThat(StandardCharsets.UTF_8.decode(call.body().duplicate()).toString())
                .isEqualTo(Emulator.SMALLEST_START);
        assertThat(call.bodyCut()).isFalse();
        assertThat(call.took()).isPositive();
        assertThat(STEPS)
                .containsExactly(
                        "before StartChatContact null",
                        "targetKnown StartChatContact an-instance",
                        "after StartChatContact an-instance");
    }

    @Test
    void onlyTheBeginningOfALongBodyIsRecorded() throws Exception {
        start("{\"InstanceId\": \"an-instance\"" + " ".repeat(20_000) + "}");

        CallRecord call = heard();
        assertThat(call.status()).isEqualTo(400);
        assertThat(call.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(call.body().remaining()).isEqualTo(CallRecord.MAX_BODY_BYTES);
        assertThat(call.bodyCut()).isTrue();
    }

    @Test
    void theErrorOfAnInterceptorIsTheResponse() throws Exception {
        for (String step : List.of("before", "targetKnown", "after")) {
            refusedAt = step;

            HttpResponse<String> answer = start(Emulator.SMALLEST_START);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"Message\":\"not now\",\"__type\":\"InternalServiceException\"}");
            assertThat(heard().faultId()).isEqualTo("a-fault");
        }
    }

    @Test
    void anAbortedCallSeesItsConnectionReset() throws Exception {
        drops = true;
        for (String step : List.of("before", "after")) {
            refusedAt = step;
            try (Socket socket = new Socket("localhost", port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write(("POST /contact/chat HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: "
                                        + Emulator.SMALLEST_START.length() + "\r\n\r\n" + Emulator.SMALLEST_START)
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();

                assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
            }
            assertThat(heard().status()).isEqualTo(CallRecord.NO_STATUS);
        }
        refusedAt = "";
        assertThat(start(Emulator.SMALLEST_START).statusCode()).isEqualTo(200);
    }

    @Test
    void tomcatCountsNoConnectionThatWasReset() throws Exception {
        ConnectionResetter connections = emulator.getBean(ConnectionResetter.class);
        long before = connections.counted();
        drops = true;
        refusedAt = "before";
        for (int i = 0; i < 50; i++) {
            try (Socket socket = new Socket("localhost", port())) {
                socket.getOutputStream()
                        .write("GET /contacts/i/c HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThatThrownBy(socket.getInputStream()::read).isInstanceOf(SocketException.class);
            }
        }

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (connections.counted() > before && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(connections.counted()).isLessThanOrEqualTo(before);
    }

    private static CallRecord heard() throws InterruptedException {
        CallRecord call = HEARD.poll(10, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("No call was told");
        }
        return call;
    }

    private static int port() {
        return Integer.parseInt(emulator.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static HttpResponse<String> start(String json) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/contact/chat"))
                                .PUT(BodyPublishers.ofString(json))
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString());
    }
}
