package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;
import tools.jackson.databind.JsonNode;

/** The recipes of docs/cookbook.md: each a test that an application could have of its own. */
@SameOnEveryJdk
class CookbookTest {

    private static final Emulator EMULATOR = Emulator.own();

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    @Test
    void theFiveMinuteRuleInAMillisecond() {
        Chat chat = Chat.start(EMULATOR);

        control.advance("PT5M");

        assertThat(chat.description().path("DisconnectReason").asString())
                .isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
    }

    @Test
    void aCustomerWithoutASocket() {
        Chat chat = Chat.start(EMULATOR);

        control.post("/contacts/" + chat.contactId() + "/connect");
        control.advance("PT1H");

        assertThat(control.contact(chat.contactId()).path("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void a429AndTheRetryOfTheSdk() {
        control.post("/faults", """
                {"operation": "StartChatContact", "count": 1,
                 "effect": {"type": "ERROR", "errorCode": "TooManyRequestsException"}}""");
        try (ConnectClient connect = ConnectClient.builder()
                .endpointOverride(EMULATOR.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            assertThat(connect.startChatContact(request -> request.instanceId("my-instance")
                                    .contactFlowId("my-flow")
                                    .participantDetails(details -> details.displayName("Ada")))
                            .contactId())
                    .isNotEmpty();
        }
        assertThat(control.get("/calls/count?errorCode=TooManyRequestsException")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(control.get("/calls/count?operation=StartChatContact")
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void theQuota() {
        control.call("PATCH", "/settings", """
                {"quotas": {"concurrentActiveChats": 1}}""");

        Chat.start(EMULATOR);

        assertThat(EMULATOR.start(Emulator.SMALLEST_START).outcome()).isEqualTo("429 LimitExceededException");
    }

    @Test
    void aDroppedSocketAndTheReconnect() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket first = chat.customer().join()) {
            control.post("/contacts/" + chat.contactId() + "/sockets/drop");
            assertThat(first.closeCode()).isEqualTo(-1);
        }
        control.join(chat.contactId(), "Grace").say("Are you there?");

        try (ClientSocket second = chat.customer().join()) {
            assertThat(Chat.wholeTranscript(chat.customer()))
                    .anyMatch(item -> item.path("Content").asString("").equals("Are you there?"));
            assertThat(second.isClosed()).isFalse();
        }
    }

    @Test
    void anAgentHandsOver() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket customer = chat.customer().join()) {
            Control.Agent grace = control.join(chat.contactId(), "Grace");
            grace.say("I get a colleague");

            Control.Agent edsger = grace.transferTo("Edsger");
            edsger.say("How can I help?");

            customer.nextEvent("participant.left");
            assertThat(customer.nextItem("text/plain").path("ContactId").asString())
                    .isEqualTo(edsger.contactId());
        }
    }

    @Test
    void whichCallsWereMade() {
        Chat chat = Chat.start(EMULATOR);
        CompletableFuture<Void> application =
                CompletableFuture.runAsync(() -> chat.customer().say("hello"));

        JsonNode calls = control.post("/calls/await", """
                {"operation": "SendMessage", "contactId": "%s", "timeout": "PT30S"}""".formatted(chat.contactId()));

        assertThat(calls.at("/calls/0/status").asInt()).isEqualTo(200);
        assertThat(calls.at("/calls/0/body/Content").asString()).isEqualTo("hello");
        application.join();
    }
}
