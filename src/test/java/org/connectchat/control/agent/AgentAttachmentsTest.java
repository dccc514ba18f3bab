package org.connectchat.control.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows the files that an agent shares, and those that are refused. */
class AgentAttachmentsTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);

    @Test
    @Rule("A4")
    void anAgentSharesAFileThatTheCustomerDownloads() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");

        Answer shared = emulator.send(
                "POST",
                "/_emulator" + grace.path("attachments?name=note.txt"),
                BodyPublishers.ofString("take this"),
                "Content-Type",
                "text/plain");

        assertThat(shared.status()).isEqualTo(201);
        JsonNode item = Chat.wholeTranscript(chat.customer()).get(1);
        assertThat(item.path("Type").asString()).isEqualTo("ATTACHMENT");
        assertThat(item.at("/Attachments/0/AttachmentName").asString()).isEqualTo("note.txt");
        String url = chat.customer()
                .call("attachment", "{\"AttachmentId\": \"" + shared.text("attachmentId") + "\"}")
                .text("Url");
        assertThat(emulator.send("GET", url.substring(url.indexOf('/', "http://".length())), null)
                        .body())
                .isEqualTo("take this");
    }

    @Test
    @Rule("A4")
    void aFileOutsideTheLimitsIsRefused() {
        Chat chat = Chat.start(emulator);
        String path = "/_emulator" + control.join(chat.contactId(), "Grace").path("attachments");

        problem(
                emulator.send("POST", path + "?name=virus.exe", BodyPublishers.ofString("x"), "Content-Type", "a/b"),
                400,
                "name: must end in one of .csv");
        problem(
                emulator.send("POST", path + "?name=a.txt", BodyPublishers.noBody(), "Content-Type", "text/plain"),
                400,
                "Content-Length: is required");
        problem(
                emulator.send("POST", path + "?name=a.txt", BodyPublishers.ofString("x"), "Content-Type", "text/*"),
                400,
                "Content-Type: must be a media type");
        problem(
                emulator.send("POST", path, BodyPublishers.ofString("x"), "Content-Type", "text/plain"),
                400,
                "name: is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
                "multipart/form-data; boundary=x"
            })
    @Rule("C15")
    void aFileInAFormIsRefusedWithTheRightCommand(String contentType) {
        Chat chat = Chat.start(emulator);
        String path = "/_emulator" + control.join(chat.contactId(), "Grace").path("attachments") + "?name=a.png";
        byte[] file = new byte[3_000];
        new Random(1).nextBytes(file);

        Answer refused = emulator.send("POST", path, BodyPublishers.ofByteArray(file), "Content-Type", contentType);

        problem(refused, 415, "the body must be the bytes of the file");
        assertThat(refused.text("detail")).contains("--data-binary @photo.png -H 'Content-Type: image/png'");
    }
}
