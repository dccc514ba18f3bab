package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Shows that the domain keeps what no operation shows yet: the initial message, the negotiated content types and the
 * rest of a start's terms.
 */
class KeptTermsTest {

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = SpringApplication.run(
                ConnectChatEmulator.class, "--server.port=0", "--emulator.throttling.enabled=false");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    @Rule("B10")
    void everythingThatTheStartGaveIsKeptOnTheContact() throws Exception {
        Contact contact = started("""
                {"InstanceId": "an-instance",
                 "ContactFlowId": "arn:aws:connect:us-east-1:000000000000:instance/an-instance/contact-flow/a-flow",
                 "ParticipantDetails": {"DisplayName": "Ada"},
                 "ParticipantConfiguration": {"ResponseMode": "INCREMENTAL"},
                 "Attributes": {"language": "en"},
                 "InitialMessage": {"ContentType": "text/markdown", "Content": "**Hello**"},
                 "ChatDurationInMinutes": 75,
                 "SupportedMessagingContentTypes": ["text/markdown", "text/plain", "text/markdown"],
                 "SegmentAttributes": {"score": {"ValueInteger": 7}},
                 "CustomerId": "customer-7",
                 "DisconnectOnCustomerExit": ["AGENT"]}""");

        assertThat(contact.instanceId()).isEqualTo("an-instance");
        assertThat(contact.customer().displayName()).isEqualTo("Ada");
        assertThat(contact.attributes()).isEqualTo(Map.of("language", "en"));
        assertThat(contact.terms().contactFlowId()).isEqualTo("a-flow");
        assertThat(contact.terms().initialMessage()).isEqualTo(new ChatMessage("text/markdown", "**Hello**"));
        assertThat(contact.terms().duration()).isEqualTo(Duration.ofMinutes(75));
        assertThat(contact.terms().supportedContentTypes()).containsExactlyInAnyOrder("text/markdown", "text/plain");
        assertThat(contact.terms().segmentAttributes())
                .isEqualTo(Map.of(
                        "score",
                        new SegmentAttributeValue(null, BigInteger.valueOf(7), null, null, null),
                        "connect:Subtype",
                        SegmentAttributeValue.of("connect:Chat")));
        assertThat(contact.terms().customerId()).isEqualTo("customer-7");
        assertThat(contact.terms().responseMode()).isEqualTo("INCREMENTAL");
        assertThat(contact.terms().disconnectOnCustomerExit()).containsExactly("AGENT");
    }

    @Test
    @Rule({"B10", "I12", "I13"})
    void absentMembersHaveDefaults() throws Exception {
        Contact contact = started("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}""");

        assertThat(contact.attributes()).isEmpty();
        assertThat(contact.terms().initialMessage()).isNull();
        assertThat(contact.terms().duration()).isEqualTo(Duration.ofHours(25));
        assertThat(contact.terms().supportedContentTypes()).containsExactly("text/plain");
        assertThat(contact.terms().segmentAttributes())
                .isEqualTo(Map.of("connect:Subtype", SegmentAttributeValue.of("connect:Chat")));
        assertThat(contact.terms().customerId()).isNull();
        assertThat(contact.terms().responseMode()).isNull();
        assertThat(contact.terms().disconnectOnCustomerExit()).isEqualTo(List.of());
    }

    private static Contact started(String json) throws Exception {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/contact/chat"))
                .PUT(BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return context.getBean(Contacts.class)
                .get("an-instance", JsonText.of(answer).path("ContactId").asString());
    }
}
