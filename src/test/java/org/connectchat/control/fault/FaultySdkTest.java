package org.connectchat.control.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.StartChatContactResponse;
import software.amazon.awssdk.services.connectparticipant.ConnectParticipantClient;
import software.amazon.awssdk.services.connectparticipant.model.ConnectionType;
import software.amazon.awssdk.services.connectparticipant.model.Item;
import software.amazon.awssdk.services.connectparticipant.model.ScanDirection;
import software.amazon.awssdk.services.connectparticipant.model.SortKey;

/**
 * Shows that clients on the real SDK, with its standard retries, get through faults of three calls in ten: what the SDK
 * gives up after three attempts the application tries again, with the ClientToken that it had.
 */
class FaultySdkTest {

    private static final int CHATS = 500;
    private static final int CLIENTS = 32;
    private static final List<String> MESSAGES = List.of("one", "two", "three");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What goes wrong before the operation and what goes wrong when it has happened already
                """
                {"probability": 0.3, "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}};
                {"probability": 0.3, "effect": {"type": "ERROR", "errorCode": "InternalServerException"}}""",
                """
                {"probability": 0.3, "when": "AFTER", "effect": {"type": "RESET"}}"""
            })
    @Rule("C6")
    void noMessageIsLostAndNoneIsDoubled(String rules) throws Exception {
        try (Emulator emulator = Emulator.own(
                        "emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=1000");
                ConnectClient connect = ConnectClient.builder()
                        .endpointOverride(emulator.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build();
                ConnectParticipantClient participant = ConnectParticipantClient.builder()
                        .endpointOverride(emulator.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            Control control = new Control(emulator);
            for (String rule : rules.split(";", -1)) {
                control.post("/faults", rule);
            }
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<List<String>>> chats = new ArrayList<>();
            for (int i = 0; i < CHATS; i++) {
                chats.add(clients.submit(() -> transcriptOfAChat(connect, participant)));
            }
            clients.shutdown();
            for (Future<List<String>> chat : chats) {
                assertThat(chat.get()).isEqualTo(MESSAGES);
            }
            assertThat(control.get("/contacts?limit=1000").path("contacts")).hasSize(CHATS);
            assertThat(control.get("/faults")
                            .path("faults")
                            .valueStream()
                            .mapToInt(rule -> rule.path("strikes").asInt())
                            .sum())
                    .isGreaterThan(CHATS);
        }
    }

    private static List<String> transcriptOfAChat(ConnectClient connect, ConnectParticipantClient participant) {
        String startToken = UUID.randomUUID().toString();
        StartChatContactResponse chat = untilItWorks(() -> connect.startChatContact(request -> request.instanceId("i")
                .contactFlowId("f")
                .participantDetails(details -> details.displayName("Ada"))
                .clientToken(startToken)));
        String token = untilItWorks(() -> participant
                .createParticipantConnection(request ->
                        request.participantToken(chat.participantToken()).type(ConnectionType.CONNECTION_CREDENTIALS))
                .connectionCredentials()
                .connectionToken());
        for (String message : MESSAGES) {
            String clientToken = UUID.randomUUID().toString();
            untilItWorks(() -> participant.sendMessage(request -> request.connectionToken(token)
                    .contentType("text/plain")
                    .content(message)
                    .clientToken(clientToken)));
        }
        return untilItWorks(() -> participant
                .getTranscript(request -> request.connectionToken(token)
                        .maxResults(100)
                        .scanDirection(ScanDirection.FORWARD)
                        .startPosition(start -> start.absoluteTime("1970-01-01T00:00:00.000Z"))
                        .sortOrder(SortKey.ASCENDING))
                .transcript()
                .stream()
                .map(Item::content)
                .toList());
    }

    private static <T> T untilItWorks(Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (SdkException e) {
                if (attempt == 30) {
                    throw e;
                }
            }
        }
    }
}
