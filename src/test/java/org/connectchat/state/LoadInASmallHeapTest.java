package org.connectchat.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads documents into the small heap of a process of its own, beside chats that fill it. */
class LoadInASmallHeapTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private ChildEmulator emulator;
    private int chats;

    @BeforeEach
    void start() {
        emulator = ChildEmulator.start(
                directory,
                List.of("-Xmx64m"),
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=1000000",
                "emulator.contact-events.max-kept=0",
                "logging.level.org.connectchat.calls=warn");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    /** Starts chats until the memory for them is full; returns one. */
    private String fill(String start) throws Exception {
        String last = "";
        HttpResponse<String> response = emulator.send("PUT", "/contact/chat", start);
        for (; response.statusCode() == 200; chats++) {
            last = Chat.JSON.readTree(response.body()).path("ContactId").asString();
            response = emulator.send("PUT", "/contact/chat", start);
        }
        return last;
    }

    private Path saved() throws Exception {
        return CLIENT.send(
                        emulator.request("/_emulator/state").build(),
                        BodyHandlers.ofFile(directory.resolve("document.json")))
                .body();
    }

    private HttpResponse<String> load(Path document) throws Exception {
        return CLIENT.send(
                emulator.request("/_emulator/state")
                        .PUT(BodyPublishers.ofFile(document))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private void goesOnOf(String start) throws Exception {
        String contact = fill(start);
        Path document = saved();
        System.err.println("CHATS " + chats + " DOC " + Files.size(document) + " "
                + emulator.send("GET", "/actuator/prometheus", null)
                        .body()
                        .lines()
                        .filter(l -> l.startsWith("connectchat_memory"))
                        .toList());

        HttpResponse<String> refused = load(document);
        System.err.println("LOADED " + refused.statusCode() + refused.body());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("more memory than the heap has beside the chats", "reset", "-Xmx");
        assertThat(emulator.send("GET", "/_emulator/contacts/" + contact, null).body())
                .contains("ACTIVE");
        assertThat(emulator.send("POST", "/_emulator/reset", null).body()).contains("\"chats\":" + chats);
        HttpResponse<String> loaded = load(document);
        System.err.println("LOADED " + loaded.statusCode() + loaded.body());
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
        assertThat(emulator.send("GET", "/_emulator/contacts/" + contact, null).body())
                .contains("ACTIVE");
    }

    @Test
    @Rule("V10")
    void aDocumentOfLargeChatsIsRefusedBesideTheSameChatsAndLoadedWithoutThem() throws Exception {
        goesOnOf("""
                {"InstanceId": "i", "ContactFlowId": "f", "ParticipantDetails": {"DisplayName": "Ada"},
                 "Attributes": {"a": "%s"}}""".formatted("x".repeat(30_000)));
    }

    @Test
    @Rule("V10")
    void aDocumentOfSmallChatsIsRefusedBesideTheSameChatsAndLoadedWithoutThem() throws Exception {
        goesOnOf(Emulator.SMALLEST_START);
    }
}
