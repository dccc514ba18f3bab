package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.restjson.json.WireJson;
import org.connectchat.testkit.Rule;
import org.connectchat.websocket.frame.FrameWriter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.socket.WebSocketSession;

/** Shows what a client may rely on at the moment at which a frame reaches it, which no client is quick enough to see. */
class ChatSocketTest {

    /** A session that is never used, because a writer without a container sends the frames. */
    private static WebSocketSession session() {
        return (WebSocketSession) Proxy.newProxyInstance(
                WebSocketSession.class.getClassLoader(),
                new Class<?>[] {WebSocketSession.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError("Nothing needs " + method.getName());
                });
    }

    /** A writer whose connection does something with each frame while it is sent. */
    private static FrameWriter writer(Consumer<String> client) {
        FrameWriter writer = new FrameWriter();
        writer.attach((frame, handler) -> {
            client.accept(StandardCharsets.UTF_8.decode(frame).toString());
            handler.completed(0L, null);
            return CompletionState.INLINE;
        });
        return writer;
    }

    private static Seat start(ConfigurableApplicationContext emulator) {
        StartChatCommand command = new StartChatCommand(
                "an-instance",
                "a-flow",
                "Ada",
                Map.of(),
                Map.of(),
                List.of("text/plain"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        String token = emulator.getBean(ChatContactService.class)
                .start(command)
                .participantToken()
                .text();
        return Objects.requireNonNull(emulator.getBean(ParticipantTokens.class).seat(token));
    }

    @Test
    @Rule("W7")
    void aClientThatHasTheAcknowledgementMissesNoItem() {
        try (ConfigurableApplicationContext emulator =
                SpringApplication.run(ConnectChatEmulator.class, "--server.port=0")) {
            ChatParticipants participants = emulator.getBean(ChatParticipants.class);
            Seat customer = start(emulator);
            List<String> frames = new ArrayList<>();
            FrameWriter client = writer(frame -> {
                frames.add(frame);
                if (frame.contains("aws/subscribe")) {
                    participants.send(customer, new ChatMessage("text/plain", "as quick as can be"), null);
                }
            });
            ChatSocket socket = new ChatSocket(
                    customer,
                    new Outbox(
                            session(),
                            Runnable::run,
                            () -> SocketFault.NONE,
                            () -> {},
                            new SocketCounts(),
                            new WaitingFrames(new MemoryBudget(1L << 30)),
                            client),
                    emulator.getBean(ChatPresence.class),
                    new Frames(emulator.getBean(WireJson.class)));

            socket.receive("""
                    {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""", true);

            assertThat(frames)
                    .filteredOn(frame -> frame.contains("as quick as can be"))
                    .hasSize(1);
        }
    }

    @Test
    @Rule("W13")
    void aClosedSocketGivesBackTheMemoryOfWhatWaits() {
        try (ConfigurableApplicationContext emulator =
                SpringApplication.run(ConnectChatEmulator.class, "--server.port=0")) {
            Seat customer = start(emulator);
            MemoryBudget budget = new MemoryBudget(1L << 30);
            FrameWriter stuck = new FrameWriter(); // its client does not read
            Outbox outbox = new Outbox(
                    session(),
                    Runnable::run,
                    () -> SocketFault.NONE,
                    () -> {},
                    new SocketCounts(),
                    new WaitingFrames(budget),
                    stuck);
            ChatSocket socket = new ChatSocket(
                    customer,
                    outbox,
                    emulator.getBean(ChatPresence.class),
                    new Frames(emulator.getBean(WireJson.class)));
            socket.receive("""
                    {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""", true);
            assertThat(budget.used()).isPositive();

            socket.closed();
            outbox.post(Frames.PING_RESPONSE); // an item that was on its way

            assertThat(budget.used()).isZero();
        }
    }
}
