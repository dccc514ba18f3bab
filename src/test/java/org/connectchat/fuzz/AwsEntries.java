package org.connectchat.fuzz;

import static org.connectchat.fuzz.Template.bearer;
import static org.connectchat.fuzz.Template.get;
import static org.connectchat.fuzz.Template.json;

import java.util.List;
import org.connectchat.testkit.Party;

/** The operations of both services, the way of the widget, and what AWS has but the emulator has not. */
final class AwsEntries {

    private static final String INSTANCE = "an-instance";

    private static final String START = """
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
             "Attributes": {"a": "1"}, "InitialMessage": {"ContentType": "text/plain", "Content": "Hello"},
             "ChatDurationInMinutes": 60, "SupportedMessagingContentTypes": ["text/plain",
               "application/vnd.amazonaws.connect.message.interactive",
               "application/vnd.amazonaws.connect.message.interactive.response"],
             "SegmentAttributes": {"connect:Subtype": {"ValueString": "connect:Guide"}}, "CustomerId": "c",
             "ConnectionTypes": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}""";

    private AwsEntries() {}

    /**
     * The operations of Amazon Connect.
     *
     * @param contact of a chat with an agent
     * @param unserved of a chat without one, so that a bot may join it
     */
    static List<Template> ofConnect(String contact, String unserved, String ended) {
        String again = START.replace(
                "\"CustomerId\"",
                "\"PersistentChat\": {\"RehydrationType\": \"FROM_SEGMENT\", \"SourceContactId\": \"" + ended
                        + "\"}, \"CustomerId\"");
        return List.of(
                json("StartChatContact", "PUT", "/contact/chat", START),
                json("StartChatContact", "POST", "/contact/chat", again),
                json("start-chat", "POST", "/start-chat", START),
                json("StopContact", "POST", "/contact/stop", """
                        {"InstanceId": "%s", "ContactId": "%s", "DisconnectReason": {"Code": "DISCARDED"}}""".formatted(INSTANCE, ended)),
                json("StartContactStreaming", "POST", "/contact/start-streaming", """
                        {"InstanceId": "%s", "ContactId": "%s", "ClientToken": "t", "ChatStreamingConfiguration":
                         {"StreamingEndpointArn": "arn:aws:sns:us-east-1:000000000000:t"}}""".formatted(INSTANCE, contact)),
                json("StopContactStreaming", "POST", "/contact/stop-streaming", """
                        {"InstanceId": "%s", "ContactId": "%s", "StreamingId": "s"}""".formatted(INSTANCE, contact)),
                get("DescribeContact", "/contacts/" + INSTANCE + "/" + contact),
                get("GetContactAttributes", "/contact/attributes/" + INSTANCE + "/" + contact),
                json("UpdateContactAttributes", "POST", "/contact/attributes", """
                        {"InstanceId": "%s", "InitialContactId": "%s", "Attributes": {"a": "", "b": "2"}}""".formatted(INSTANCE, contact)),
                json("CreateParticipant", "POST", "/contact/create-participant", """
                        {"InstanceId": "%s", "ContactId": "%s",
                         "ParticipantDetails": {"ParticipantRole": "CUSTOM_BOT", "DisplayName": "Robo"}}""".formatted(INSTANCE, unserved)),
                json(
                        "UpdateParticipantRoleConfig",
                        "PUT",
                        "/contact/participant-role-config/" + INSTANCE + "/" + contact,
                        """
                        {"ChannelConfiguration": {"Chat": {"ParticipantTimerConfigList": [
                          {"ParticipantRole": "CUSTOMER", "TimerType": "IDLE", "TimerValue": {"ParticipantTimerDurationInMinutes": 5}}]}}}"""),
                json("StartAssistantContact", "PUT", "/contact/assistant", """
                        {"InstanceId": "an-instance", "AiAgent": {"AiAgentId": "a"}, "Attributes": {"a": "1"},
                         "ParticipantDetails": {"DisplayName": "Ada"}}"""),
                get("DescribeInstance", "/instance/" + INSTANCE),
                get("ListInstances", "/instance?maxResults=5&nextToken=x"),
                get("ListQueues", "/queues-summary/" + INSTANCE + "?queueTypes=STANDARD&queueTypes=AGENT&maxResults=5"),
                get("DescribeQueue", "/queues/" + INSTANCE + "/a-queue"),
                get("ListViews", "/views/" + INSTANCE + "?type=CUSTOMER_MANAGED&maxResults=5"),
                get("DescribeView of Connect", "/views/" + INSTANCE + "/a-view:$LATEST"),
                get("not-emulated", "/users/" + INSTANCE + "/a-user"),
                json("not-emulated", "PUT", "/queues/" + INSTANCE, "{\"Name\": \"q\"}"));
    }

    /** The operations around a contact. */
    static List<Template> aroundAContact(String contact, String ended) {
        String path = INSTANCE + "/" + contact;
        String both = "\"InstanceId\": \"%s\", \"ContactId\": \"%s\"".formatted(INSTANCE, contact);
        return List.of(
                json("UpdateContact", "POST", "/contacts/" + path, """
                        {"Name": "n", "Description": "d", "References": {"a": {"Type": "URL", "Value": "v"}},
                         "SegmentAttributes": {"tier": {"ValueString": "gold"}}}"""),
                json("TagContact", "POST", "/contact/tags", "{" + both + ", \"Tags\": {\"a\": \"1\"}}"),
                new Template("UntagContact", "DELETE", "/contact/tags/" + path + "?TagKeys=a", List.of(), null, null),
                get(
                        "ListContactReferences",
                        "/contact/references/" + path + "?referenceTypes=URL&referenceTypes=ATTACHMENT"),
                json(
                        "CreatePersistentContactAssociation",
                        "POST",
                        "/contact/persistent-contact-association/" + path,
                        """
                        {"RehydrationType": "FROM_SEGMENT", "SourceContactId": "%s", "ClientToken": "t"}""".formatted(ended)),
                get("ListAssociatedContacts", "/contact/associated/" + INSTANCE + "?maxResults=2&contactId=" + contact),
                json("GetContactMetrics", "POST", "/metrics/contact", """
                        {"InstanceId": "6f9619ff-8b86-4011-b42d-00c04fc964ff", "ContactId": "%s",
                         "Metrics": [{"Name": "POSITION_IN_QUEUE"}, {"Name": "ESTIMATED_WAIT_TIME"}]}""".formatted(contact)),
                json("UpdateContactRoutingData", "POST", "/contacts/" + path + "/routing-data", """
                        {"QueuePriority": 3, "RoutingCriteria": {"Steps": [{"Expiry": {"DurationInSeconds": 9}}]}}"""),
                json("SearchContacts", "POST", "/search-contacts", """
                        {"InstanceId": "%s", "TimeRange": {"Type": "INITIATION_TIMESTAMP", "StartTime": 0.5, "EndTime": 9e9},
                         "SearchCriteria": {"Channels": ["CHAT"], "Name": {"SearchText": ["n"], "MatchType": "MATCH_ANY"},
                           "ContactTags": {"OrConditions": [[{"TagKey": "a"}]]}},
                         "MaxResults": 5, "Sort": {"FieldName": "CHANNEL", "Order": "ASCENDING"}}""".formatted(INSTANCE)));
    }

    static List<Template> ofParticipants(String token, String connection, String message, String attachment) {
        return List.of(
                bearer("connection", token, """
                        {"Type": ["CONNECTION_CREDENTIALS", "WEBSOCKET"], "ConnectParticipant": true}"""),
                bearer("message", connection, """
                        {"ContentType": "text/plain", "Content": "Hello"}"""),
                bearer("event", connection, """
                        {"ContentType": "%styping"}""".formatted(Party.EVENT)),
                bearer("event", connection, """
                        {"ContentType": "%smessage.read", "Content": "{\\"messageId\\":\\"%s\\"}"}""".formatted(Party.EVENT, message)),
                bearer("transcript", connection, """
                        {"MaxResults": 10, "SortOrder": "ASCENDING", "ScanDirection": "BACKWARD",
                         "StartPosition": {"MostRecent": 5}}"""),
                bearer("start-attachment-upload", connection, """
                        {"AttachmentName": "c.pdf", "ContentType": "application/pdf", "AttachmentSizeInBytes": 9, "ClientToken": "t"}"""),
                bearer("complete-attachment-upload", connection, """
                        {"AttachmentIds": ["%s"], "ClientToken": "a-token"}""".formatted(attachment)),
                bearer("attachment", connection, """
                        {"AttachmentId": "%s", "UrlExpiryInSeconds": 60}""".formatted(attachment)),
                bearer("authentication-url", connection, """
                        {"SessionId": "00000000-0000-0000-0000-000000000000", "RedirectUri": "https://a.example/"}"""),
                bearer("cancel-authentication", connection, """
                        {"SessionId": "00000000-0000-0000-0000-000000000000"}"""),
                new Template(
                        "views", "GET", "/participant/views/a-view", List.of("X-Amz-Bearer", connection), null, null),
                get("websocket", "/participant/websocket?ticket=x"));
    }
}
