package org.connectchat.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
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

    private void isRefusedBesideItsChatsAndLoadedWithoutThem(String start) throws Exception {
        String contact = fill(start);
        Path document = saved();

        HttpResponse<String> refused = load(document);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("more memory than the heap has beside the chats", "reset", "-Xmx");
        assertThat(emulator.send("GET", "/_emulator/contacts/" + contact, null).body())
                .contains("ACTIVE");
        assertThat(emulator.send("POST", "/_emulator/reset", null).body()).contains("\"chats\":" + chats);
        HttpResponse<String> loaded = load(document);
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
        assertThat(emulator.send("GET", "/_emulator/contacts/" + contact, null).body())
                .contains("ACTIVE");
    }

    @Test
    @Rule("V10")
    void aDocumentOfLargeChatsIsRefusedBesideTheSameChatsAndLoadedWithoutThem() throws Exception {
        isRefusedBesideItsChatsAndLoadedWithoutThem("""
                {"InstanceId": "i", "ContactFlowId": "f", "ParticipantDetails": {"DisplayName": "Ada"},
                 "Attributes": {"a": "%s"}}""".formatted("x".repeat(30_000)));
    }

    @Test
    @Rule("V10")
    void aDocumentOfSmallChatsIsRefusedBesideTheSameChatsAndLoadedWithoutThem() throws Exception {
        isRefusedBesideItsChatsAndLoadedWithoutThem(Emulator.SMALLEST_START);
    }

    @Test
    @Rule("V10")
    void aDocumentThatNoHeapCouldHoldIsRefusedAndTheEmulatorGoesOn() throws Exception {
        String contact = fill(Emulator.SMALLEST_START);
        for (String filling : new String[] {
            "{}",
            "[]",
            "{\"a\":1.5}",
            "1.5",
            "\"\"",
            "\"" + "x".repeat(40 << 20) + "\"",
            "\"" + "\u4e16x".repeat(1_000) + "\""
        }) {
            HttpResponse<String> refused = load(documentFullOf(filling));

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        }

        assertThat(emulator.send("GET", "/_emulator/contacts/" + contact, null).body())
                .contains("ACTIVE");
        assertThat(emulator.output()).doesNotContain("OutOfMemory");
    }

    /** A bot that says a value, as often as 40 MB have room for. */
    private Path documentFullOf(String value) throws Exception {
        Path document = directory.resolve("full.json");
        try (Writer out = Files.newBufferedWriter(document)) {
            out.write("""
                    {"version": 1, "savedAt": "2026-11-22T15:00:00Z",
                     "flows": {"bots": {"bots": [{"name": "a bot", "rules": [{"messages": [""");
            for (long written = 0; written < 40 << 20; written += value.length() + 1) {
                out.write(written == 0 ? value : "," + value);
            }
            out.write("]}]}]}}}");
        }
        return document;
    }
}
