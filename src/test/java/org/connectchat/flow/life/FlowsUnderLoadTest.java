package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that chats with flows that end, transfer and are reset at the same time leave nothing behind. */
class FlowsUnderLoadTest {

    private static final int CHATS = 1_000;
    private static final int CLIENTS = 8;
    private static final int RESETS = 20;
    private static final String INSTANCE_ID = "under-load";

    @TempDir
    private Path folder;

    private void writeFlows() throws IOException {
        write(
                "queue",
                new FlowScript()
                        .says("In the queue")
                        .waits(1)
                        .says("Still there")
                        .ends());
        write("agent-whisper", new FlowScript().says("For the agent").ends());
        write("customer-whisper", new FlowScript().says("For the customer").ends());
        write(
                "remaining",
                new FlowScript()
                        .says("How was it?")
                        .waitsFor("CustomerReturned")
                        .queues()
                        .disconnects());
        write("ends", new FlowScript().marks("one", "1").says("Goodbye").disconnects());
        write("waits", new FlowScript().says("Please wait").stands());
        write("silent", new FlowScript().queues("orders").disconnects());
        write(
                "service",
                new FlowScript()
                        .hooks("CustomerQueue", "queue")
                        .hooks("AgentWhisper", "agent-whisper")
                        .hooks("CustomerWhisper", "customer-whisper")
                        .hooks("CustomerRemaining", "remaining")
                        .queues("orders")
                        .disconnects());
    }

    private void write(String id, String content) throws IOException {
        Files.writeString(folder.resolve(id + ".json"), content);
    }

    private Emulator emulator() throws IOException {
        writeFlows();
        return Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=" + CHATS,
                "logging.level.org.connectchat.calls=warn",
                "emulator.flows.folder=" + folder.toAbsolutePath(),
                "emulator.flows.files[0].file=queue.json",
                "emulator.flows.files[0].type=CUSTOMER_QUEUE",
                "emulator.flows.files[1].file=agent-whisper.json",
                "emulator.flows.files[1].type=AGENT_WHISPER",
                "emulator.flows.files[2].file=customer-whisper.json",
                "emulator.flows.files[2].type=CUSTOMER_WHISPER",
                "emulator.flows.agents[0].id=grace",
                "emulator.flows.agents[0].capacity=3",
                "emulator.flows.agents[1].id=edsger",
                "emulator.flows.agents[1].capacity=2",
                "emulator.flows.agents[2].id=barbara",
                "emulator.flows.agents[2].auto-accept=false");
    }

    @Test
    @Rule({"C2", "F49", "F73", "F82"})
    void nothingIsLeftBehind() throws Exception {
        Set<Thread> before = flowThreads();
        try (Emulator emulator = emulator()) {
            Control control = new Control(emulator);
            AtomicInteger chats = new AtomicInteger();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                working.add(clients.submit(() -> {
                    for (int number = chats.getAndIncrement(); number < CHATS; number = chats.getAndIncrement()) {
                        live(emulator, control, number);
                    }
                }));
            }
            for (int i = 1; i <= RESETS; i++) {
                int reached = CHATS * i / (RESETS + 1);
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> chats.get() >= reached || working.stream().allMatch(Future::isDone));
                control.post("/reset", i % 2 == 0 ? null : "{\"instanceId\": \"" + INSTANCE_ID + "\"}");
            }
            for (Future<?> each : working) {
                each.get();
            }
            clients.shutdown();
            assertThat(emulator.bean(ChatStore.class).contacts()).isPositive();

            control.post("/reset", "{\"instanceId\": \"" + INSTANCE_ID + "\"}");

            assertNothingIsLeft(emulator);
            // A full reset gives back the memory of the recorded calls, but would hide the places that agents still
            // have.
            control.post("/reset");
            assertThat(emulator.bean(MemoryBudget.class).used()).isZero();
        }
        await().until(() -> before.containsAll(flowThreads()));
    }

    private static void assertNothingIsLeft(Emulator emulator) {
        assertThat(emulator.bean(ChatStore.class).contacts()).isZero();
        assertThat(emulator.bean(ChatStore.class).keys()).isZero();
        assertThat(emulator.bean(ActiveChats.class).byInstance()).isEmpty();
        assertThat(emulator.bean(ChatEndings.class).keptChats()).isZero();
        // An agent who was about to join may still find out that its chat is gone.
        await().untilAsserted(() -> {
            assertThat(emulator.bean(Deadlines.class).waiting()).isZero();
            assertThat(emulator.bean(QueueLines.class).size(INSTANCE_ID, Queue.named("orders")))
                    .isZero();
            assertThat(emulator.bean(StandingAgents.class).of(null)).hasSize(3).allSatisfy(agent -> {
                assertThat(agent.chats()).isEmpty();
                assertThat(agent.reserved()).isEmpty();
            });
        });
    }

    /** The threads that run flows, and do not end by themselves before half a minute. */
    private static Set<Thread> flowThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("flow-"))
                .collect(Collectors.toSet());
    }

    /** Everything that a chat with flows can be, at any point of which the reset may come. */
    private static void live(Emulator emulator, Control control, int number) {
        String flowId = List.of("service", "ends", "waits", "silent", "service").get(number % 5);
        Emulator.Answer started = emulator.start("""
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(INSTANCE_ID, flowId));
        String id = started.text("ContactId");
        control.call("POST", "/contacts/" + id + "/connect", "{}");
        Emulator.Answer connection =
                Chat.call(emulator, "/participant/connection", started.text("ParticipantToken"), """
                        {"Type": ["CONNECTION_CREDENTIALS"]}""");
        String token =
                connection.json().at("/ConnectionCredentials/ConnectionToken").asString();
        say(emulator, token);
        if (number % 2 == 0) {
            Emulator.Answer agent = control.call("POST", "/contacts/" + id + "/agents", "{\"displayName\": \"Alan\"}");
            String agentPath = "/contacts/" + id + "/agents/" + agent.text("participantId") + "/";
            say(emulator, token);
            control.call(
                    "POST",
                    agentPath + List.of("leave", "transfer", "end").get(number % 3),
                    number % 3 == 1 ? "{\"displayName\": \"Ken\"}" : null);
            say(emulator, token);
        }
        if (number % 7 == 0) {
            Chat.call(emulator, "/participant/disconnect", token, "{}");
        } else if (number % 7 == 1) {
            emulator.stop(INSTANCE_ID, id);
        }
    }

    private static void say(Emulator emulator, String token) {
        Chat.call(emulator, "/participant/message", token, """
                {"ContentType": "text/plain", "Content": "hello"}""");
    }
}
