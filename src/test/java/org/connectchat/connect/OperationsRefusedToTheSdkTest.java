package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.ContactMetricInfo;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.InvalidRequestException;
import software.amazon.awssdk.services.connect.model.ResourceConflictException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connect.model.SearchContactsTimeRangeType;

/** Shows that the SDK for Java makes its modelled exceptions of what the operations around a chat refuse. */
class OperationsRefusedToTheSdkTest {

    private static final String UNKNOWN = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

    private final Emulator emulator = Emulator.unthrottled();
    private final ConnectClient connect = Sdk.withoutRetries(emulator.endpoint());
    private final String instanceId = UUID.randomUUID().toString();
    private final String id = emulator.started(Emulator.SMALLEST_START.replace("an-instance", instanceId));

    @AfterEach
    void close() {
        connect.close();
    }

    private void refuses(Class<? extends ConnectException> type, Consumer<ConnectClient> call) {
        assertThatThrownBy(() -> call.accept(connect))
                .isExactlyInstanceOf(type)
                .satisfies(refused ->
                        assertThat(((ConnectException) refused).requestId()).isNotEmpty());
    }

    @Test
    @Rule({"U1", "U2", "U3", "U4"})
    void dataOfAContact() {
        refuses(
                InvalidParameterException.class,
                client -> client.updateContact(
                        request -> request.instanceId(instanceId).contactId(id).name("n".repeat(1025))));
        refuses(
                InvalidRequestException.class,
                client -> client.updateContact(
                        request -> request.instanceId(instanceId).contactId(id)));
        refuses(
                ResourceNotFoundException.class,
                client -> client.updateContact(request ->
                        request.instanceId(instanceId).contactId(UNKNOWN).name("n")));
        refuses(
                InvalidParameterException.class,
                client -> client.tagContact(
                        request -> request.instanceId(instanceId).contactId(id).tags(Map.of("aws:a", "1"))));
        refuses(
                ResourceNotFoundException.class,
                client -> client.tagContact(request ->
                        request.instanceId(instanceId).contactId(UNKNOWN).tags(Map.of("a", "1"))));
        refuses(
                InvalidParameterException.class,
                client -> client.untagContact(
                        request -> request.instanceId(instanceId).contactId(id).tagKeys("aws:a")));
        refuses(
                ResourceNotFoundException.class,
                client -> client.untagContact(request ->
                        request.instanceId(instanceId).contactId(UNKNOWN).tagKeys("a")));
        refuses(
                InvalidParameterException.class,
                client -> client.listContactReferences(
                        request -> request.instanceId(instanceId).contactId(id).referenceTypesWithStrings("PAGE")));
        refuses(
                ResourceNotFoundException.class,
                client -> client.listContactReferences(request ->
                        request.instanceId(instanceId).contactId(UNKNOWN).referenceTypesWithStrings("URL")));
    }

    @Test
    @Rule({"U5", "U6"})
    void relatedContacts() {
        refuses(
                InvalidParameterException.class,
                client -> client.createPersistentContactAssociation(request -> request.instanceId(instanceId)
                        .initialContactId(id)
                        .rehydrationType("SOME_PAST")
                        .sourceContactId(UNKNOWN)));
        refuses(
                ResourceNotFoundException.class,
                client -> client.createPersistentContactAssociation(request -> request.instanceId(instanceId)
                        .initialContactId(id)
                        .rehydrationType("FROM_SEGMENT")
                        .sourceContactId(UNKNOWN)));
        refuses(
                InvalidParameterException.class,
                client -> client.listAssociatedContacts(
                        request -> request.instanceId(instanceId).contactId(id).nextToken("no token")));
        refuses(
                ResourceNotFoundException.class,
                client -> client.listAssociatedContacts(
                        request -> request.instanceId(instanceId).contactId(UNKNOWN)));
    }

    @Test
    @Rule({"U7", "U8"})
    void thePlaceInTheQueue() {
        refuses(
                InvalidParameterException.class,
                client -> client.getContactMetrics(request -> request.instanceId(instanceId)
                        .contactId(id)
                        .metrics(ContactMetricInfo.builder().name("MOOD").build())));
        refuses(
                ResourceNotFoundException.class,
                client -> client.getContactMetrics(request -> request.instanceId(instanceId)
                        .contactId(UNKNOWN)
                        .metrics(ContactMetricInfo.builder()
                                .name("POSITION_IN_QUEUE")
                                .build())));
        refuses(
                InvalidParameterException.class,
                client -> client.updateContactRoutingData(request -> request.instanceId(instanceId)
                        .contactId(id)
                        .queuePriority(1L)
                        .queueTimeAdjustmentSeconds(1)));
        emulator.stop(instanceId, id);
        refuses(
                ResourceConflictException.class,
                client -> client.updateContactRoutingData(
                        request -> request.instanceId(instanceId).contactId(id).queuePriority(1L)));
    }

    @Test
    @Rule("U9")
    void aSearch() {
        refuses(
                InvalidRequestException.class,
                client -> client.searchContacts(request -> request.instanceId(instanceId)
                        .timeRange(range -> range.type(SearchContactsTimeRangeType.INITIATION_TIMESTAMP)
                                .startTime(Instant.ofEpochSecond(2))
                                .endTime(Instant.ofEpochSecond(1)))));
        refuses(
                InvalidParameterException.class,
                client -> client.searchContacts(request -> request.instanceId(instanceId)
                        .timeRange(range ->
                                range.type("SOME_TIME").startTime(Instant.EPOCH).endTime(Instant.ofEpochSecond(1)))));
    }
}
