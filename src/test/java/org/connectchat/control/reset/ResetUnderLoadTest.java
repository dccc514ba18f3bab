package org.connectchat.control.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.connectchat.attachment.AttachmentDownloads;
import org.connectchat.attachment.AttachmentStore;
import org.connectchat.attachment.AttachmentUploads;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.websocket.ChatSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that a reset leaves nothing behind while clients go on with whatever they were doing. */
class ResetUnderLoadTest {

    private static final int CLIENTS = 8;
    private static final int RESETS = 30;

    @Test
    @Rule("C2")
    void nothingIsLeftBehind(@TempDir Path folder) throws Exception {
        try (Emulator emulator = Emulator.own(
                "emulator.throttling.enabled=false", "emulator.attachments.folder=" + folder.toAbsolutePath())) {
            Control control = new Control(emulator);
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger chats = new AtomicInteger();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                working.add(clients.submit(() -> {
                    while (!over.get()) {
                        live(emulator, control, chats.incrementAndGet());
                    }
                }));
            }
            for (int i = 0; i < RESETS; i++) {
                int before = chats.get();
                await().pollInterval(Duration.ofMillis(1))
                        .until(() -> chats.get() >= before + CLIENTS
                                || working.stream().anyMatch(Future::isDone));
                control.post("/reset", i % 2 == 0 ? null : "{\"instanceId\": \"an-instance\"}");
            }
            over.set(true);
            for (Future<?> each : working) {
                each.get();
            }
            clients.shutdown();

            control.post("/reset");

            assertThat(control.get("/contacts").path("contacts")).isEmpty();
            awaitEmpty(folder);
            awaitNoSocket(emulator);
            assertThat(emulator.bean(ChatStore.class).contacts()).isZero();
            assertThat(emulator.bean(ChatStore.class).keys()).isZero();
            assertThat(emulator.bean(ActiveChats.class).byInstance()).isEmpty();
            assertThat(emulator.bean(ChatEndings.class).keptChats()).isZero();
            assertThat(emulator.bean(Deadlines.class).waiting()).isZero();
            assertThat(emulator.bean(AttachmentStore.class).size()).isZero();
            assertThat(emulator.bean(AttachmentUploads.class).size()).isZero();
            assertThat(emulator.bean(AttachmentDownloads.class).size()).isZero();
            // With the results that ClientTokens remember.
            assertThat(emulator.bean(MemoryBudget.class).used()).isZero();
        }
    }

    /** Everything a chat can be, at any point of which the reset may come. */
    private static void live(Emulator emulator, Control control, int number) {
        Emulator.Answer started = emulator.start("""
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
             "ClientToken": "token-%d"}\
            """.formatted(number));
        String id = started.text("ContactId");
        Emulator.Answer connection =
                Chat.call(emulator, "/participant/connection", started.text("ParticipantToken"), """
                    {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}\
                    """);
        emulator.send("PUT", "/contact/participant-role-config/an-instance/" + id, """
            {"ChannelConfiguration": {"Chat": {"ParticipantTimerConfigList": [{"ParticipantRole": "AGENT",
              "TimerType": "IDLE", "TimerValue": {"ParticipantTimerDurationInMinutes": 2}}]}}}\
            """);
        Emulator.Answer agent = control.call("POST", "/contacts/" + id + "/agents", "{\"displayName\": \"Grace\"}");
        String path = "/contacts/" + id + "/agents/" + agent.text("participantId") + "/";
        emulator.send(
                "POST",
                "/_emulator" + path + "attachments?name=a.txt",
                BodyPublishers.ofString("a file"),
                "Content-Type",
                "text/plain");
        if (connection.status() == 200) {
            socket(connection, number);
        }
        String token =
                connection.json().at("/ConnectionCredentials/ConnectionToken").asString();
        Chat.call(emulator, "/participant/message", token, """
            {"ContentType": "text/plain", "Content": "hello"}\
            """);
        control.call("POST", path + "transfer", "{\"displayName\": \"Edsger\"}");
        if (number % 3 == 0) {
            Chat.call(emulator, "/participant/disconnect", token, "{}");
        } else if (number % 3 == 1) {
            emulator.stop("an-instance", id);
        }
    }

    private static void socket(Emulator.Answer connection, int number) {
        try {
            ClientSocket socket = ClientSocket.dial(
                    URI.create(connection.json().at("/Websocket/Url").asString()));
            socket.send("""
                {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}\
                """);
            if (number % 2 == 0) {
                socket.close();
            }
        } catch (AssertionError | CompletionException e) {
            // The reset came first: the dial was refused, or the socket cut before it could say anything.
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
    }

    private static void awaitEmpty(Path folder) {
        // Files are deleted in the background.
        await().untilAsserted(() -> assertThat(files(folder)).isEmpty());
    }

    /** Half of the clients never close a socket, so it is the emulator that has to. */
    private static void awaitNoSocket(Emulator emulator) {
        ChatSockets sockets = emulator.bean(ChatSockets.class);
        // A close frame goes to the client and back first.
        await().untilAsserted(() -> assertThat(sockets.count()).isZero());
        assertThat(emulator.send("GET", "/actuator/prometheus", null).body())
                .containsPattern("(?m)^connectchat_sockets_open 0(\\.0)?$");
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        }
    }
}
