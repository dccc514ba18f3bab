package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a chat is given that its start did not ask for; no operation tells it, so the contact itself is asked. */
class StartChatContactDefaultsTest {

    private static ConfigurableApplicationContext emulator;

    @BeforeAll
    static void start() {
        emulator = SpringApplication.run(ConnectChatEmulator.class, "--server.port=0");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    private static Contact started(String json) throws Exception {
        URI uri = URI.create(
                "http://localhost:" + emulator.getEnvironment().getProperty("local.server.port") + "/contact/chat");
        String answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .PUT(BodyPublishers.ofString(json))
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString())
                .body();
        String contactId =
                JsonMapper.builder().build().readTree(answer).path("ContactId").asString();
        return emulator.getBean(Contacts.class).get("an-instance", contactId);
    }

    private static Duration duration(Contact contact) {
        return Duration.between(contact.timeline().initiatedAt(), contact.expiresAt());
    }

    @Test
    @Rule("I12")
    void aChatLastsFifteenHundredMinutesUnlessItsStartSaysOtherwise() throws Exception {
        assertThat(duration(started(Emulator.SMALLEST_START))).isEqualTo(Duration.ofHours(25));
        assertThat(duration(started("{" + StartAttempt.REQUIRED_MEMBERS + ", \"ChatDurationInMinutes\": 60}")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    @Rule("I13")
    void aChatSupportsPlainTextAloneUnlessItsStartSaysOtherwise() throws Exception {
        assertThat(started(Emulator.SMALLEST_START).terms().supportedContentTypes())
                .containsExactly("text/plain");
        assertThat(started("{" + StartAttempt.REQUIRED_MEMBERS
                                + ", \"SupportedMessagingContentTypes\": [\"text/markdown\", \"text/plain\"]}")
                        .terms()
                        .supportedContentTypes())
                .containsExactlyInAnyOrder("text/plain", "text/markdown");
    }
}
