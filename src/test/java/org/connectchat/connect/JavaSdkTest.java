package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.Channel;
import software.amazon.awssdk.services.connect.model.Contact;
import software.amazon.awssdk.services.connect.model.ContactInitiationMethod;
import software.amazon.awssdk.services.connect.model.DescribeContactResponse;
import software.amazon.awssdk.services.connect.model.RehydrationType;
import software.amazon.awssdk.services.connect.model.ResponseMode;
import software.amazon.awssdk.services.connect.model.SegmentAttributeValue;
import software.amazon.awssdk.services.connect.model.StartChatContactRequest;
import software.amazon.awssdk.services.connect.model.StartChatContactResponse;

/** Shows that the AWS SDK for Java starts, describes, changes and stops a chat with only its endpoint changed. */
class JavaSdkTest {

    private static final String INSTANCE = "11111111-2222-4333-8444-555555555555";
    private static final String FLOW = "66666666-7777-4888-8999-000000000000";

    private final Emulator emulator = Emulator.unthrottled();
    private final ConnectClient connect = Sdk.withoutRetries(emulator.endpoint());

    @AfterEach
    void close() {
        connect.close();
    }

    @Test
    @Rule({"O1", "O2", "T8"})
    void aChatStarts() {
        StartChatContactResponse started = connect.startChatContact(JavaSdkTest::smallest);

        assertThat(started.contactId()).isNotBlank();
        assertThat(started.participantId()).isNotBlank();
        assertThat(started.participantToken()).hasSize(612);
        assertThat(started.continuedFromContactId()).isNull();
        assertThat(started.responseMetadata().requestId()).matches("[0-9a-f-]{36}");
        assertThat(started.sdkHttpResponse().isSuccessful()).isTrue();
    }

    @Test
    @Rule("B10")
    void aChatWithEveryMemberGoesRoundTrip() {
        Instant before = Instant.now().minusMillis(1);
        Map<String, SegmentAttributeValue> segmentAttributes = Map.of(
                "connect:Subtype", text("connect:Guide"),
                "score", SegmentAttributeValue.builder().valueInteger(7).build(),
                "connect:Nested",
                        SegmentAttributeValue.builder()
                                .valueMap(Map.of(
                                        "list",
                                        SegmentAttributeValue.builder()
                                                .valueList(text("one"), text("two"))
                                                .build()))
                                .build(),
                "connect:Where",
                        SegmentAttributeValue.builder()
                                .valueArn("arn:aws:s3:::bucket")
                                .build());

        StartChatContactResponse started = connect.startChatContact(request -> smallest(request)
                .participantConfiguration(configuration -> configuration.responseMode(ResponseMode.INCREMENTAL))
                .attributes(Map.of("language", "en"))
                .initialMessage(message -> message.contentType("text/plain").content("Hello"))
                .clientToken("a-token")
                .chatDurationInMinutes(60)
                .supportedMessagingContentTypes(
                        "text/plain",
                        "text/markdown",
                        "application/json",
                        "application/vnd.amazonaws.connect.message.interactive",
                        "application/vnd.amazonaws.connect.message.interactive.response")
                .segmentAttributes(segmentAttributes)
                .customerId("customer-7"));

        Contact contact = describe(started.contactId());
        assertThat(contact.arn())
                .isEqualTo("arn:aws:connect:us-east-1:000000000000:instance/" + INSTANCE + "/contact/"
                        + started.contactId());
        assertThat(contact.id()).isEqualTo(started.contactId());
        assertThat(contact.initialContactId()).isEqualTo(started.contactId());
        assertThat(contact.contactAssociationId()).isEqualTo(started.contactId());
        assertThat(contact.previousContactId()).isNull();
        assertThat(contact.relatedContactId()).isNull();
        assertThat(contact.initiationMethod()).isEqualTo(ContactInitiationMethod.API);
        assertThat(contact.channel()).isEqualTo(Channel.CHAT);
        assertThat(contact.initiationTimestamp()).isBetween(before, Instant.now());
        assertThat(contact.lastUpdateTimestamp()).isEqualTo(contact.initiationTimestamp());
        assertThat(contact.connectedToSystemTimestamp()).isNull();
        assertThat(contact.disconnectTimestamp()).isNull();
        assertThat(contact.disconnectReason()).isNull();
        assertThat(contact.customerId()).isEqualTo("customer-7");
        assertThat(contact.attributes()).isEqualTo(Map.of("language", "en"));
        assertThat(contact.segmentAttributes()).isEqualTo(segmentAttributes);
    }

    @Test
    void aChatIsStopped() {
        String id = connect.startChatContact(JavaSdkTest::smallest).contactId();

        connect.stopContact(request -> request.instanceId(INSTANCE).contactId(id));

        Contact contact = describe(id);
        assertThat(contact.disconnectReason()).isEqualTo("API");
        assertThat(contact.disconnectTimestamp()).isAfterOrEqualTo(contact.initiationTimestamp());
        connect.stopContact(request -> request.instanceId(INSTANCE).contactId(id));
        assertThat(describe(id)).isEqualTo(contact);
    }

    @Test
    void attributesAreUpdatedAndRead() {
        String id = connect.startChatContact(
                        request -> smallest(request).attributes(Map.of("kept", "1", "removed", "2")))
                .contactId();

        connect.updateContactAttributes(request ->
                request.instanceId(INSTANCE).initialContactId(id).attributes(Map.of("removed", "", "new", "é€😀")));

        assertThat(connect.getContactAttributes(
                                request -> request.instanceId(INSTANCE).initialContactId(id))
                        .attributes())
                .isEqualTo(Map.of("kept", "1", "new", "é€😀"));
    }

    @Test
    @Rule("B7")
    void aChatIsContinued() {
        String source = connect.startChatContact(JavaSdkTest::smallest).contactId();
        connect.stopContact(request -> request.instanceId(INSTANCE).contactId(source));

        StartChatContactResponse continued = connect.startChatContact(request -> smallest(request)
                .persistentChat(chat -> chat.rehydrationType(RehydrationType.ENTIRE_PAST_SESSION)
                        .sourceContactId(source)));

        assertThat(continued.continuedFromContactId()).isEqualTo(source);
        assertThat(describe(continued.contactId()).relatedContactId()).isEqualTo(source);
    }

    @Test
    @Rule("B9")
    void aChatIsRelatedToAnother() {
        String related = connect.startChatContact(request -> smallest(request).attributes(Map.of("language", "en")))
                .contactId();

        StartChatContactResponse started =
                connect.startChatContact(request -> smallest(request).relatedContactId(related));

        assertThat(started.continuedFromContactId()).isNull();
        assertThat(describe(started.contactId()).relatedContactId()).isEqualTo(related);
        assertThat(describe(started.contactId()).attributes()).isEqualTo(Map.of("language", "en"));
    }

    @Test
    @Rule("I3")
    void theInstanceMayBeNamedByItsArn() {
        String arn = "arn:aws:connect:us-east-1:000000000000:instance/" + INSTANCE;
        String id = connect.startChatContact(
                        request -> smallest(request).instanceId(arn).contactFlowId(arn + "/contact-flow/" + FLOW))
                .contactId();

        DescribeContactResponse described =
                connect.describeContact(request -> request.instanceId(arn).contactId(id));
        connect.updateContactAttributes(
                request -> request.instanceId(arn).initialContactId(id).attributes(Map.of("a", "b")));

        assertThat(described.contact().id()).isEqualTo(id);
        assertThat(connect.getContactAttributes(
                                request -> request.instanceId(arn).initialContactId(id))
                        .attributes())
                .isEqualTo(Map.of("a", "b"));
        connect.stopContact(request -> request.instanceId(arn).contactId(id));
        assertThat(describe(id).disconnectReason()).isEqualTo("API");
    }

    @Test
    @Rule("B2")
    void standardRetriesHideThatAStartWasThrottled() {
        try (Emulator throttled = Emulator.own(
                        "emulator.throttling.operations.StartChatContact.rate=20",
                        "emulator.throttling.operations.StartChatContact.burst=1");
                ConnectClient patient = Sdk.withStandardRetries(throttled.endpoint())) {
            String first = patient.startChatContact(JavaSdkTest::smallest).contactId();
            String second = patient.startChatContact(JavaSdkTest::smallest).contactId();

            assertThat(second).isNotEqualTo(first);
        }
    }

    @Test
    @Rule("B1")
    void theClientTokenThatTheSdkAddsStartsANewChatEachTime() {
        assertThat(connect.startChatContact(JavaSdkTest::smallest).contactId())
                .isNotEqualTo(connect.startChatContact(JavaSdkTest::smallest).contactId());
    }

    private Contact describe(String contactId) {
        return connect.describeContact(request -> request.instanceId(INSTANCE).contactId(contactId))
                .contact();
    }

    private static StartChatContactRequest.Builder smallest(StartChatContactRequest.Builder request) {
        return request.instanceId(INSTANCE)
                .contactFlowId(FLOW)
                .participantDetails(details -> details.displayName("Ada"));
    }

    private static SegmentAttributeValue text(String value) {
        return SegmentAttributeValue.builder().valueString(value).build();
    }
}
