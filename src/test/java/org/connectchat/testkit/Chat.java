package org.connectchat.testkit;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Emulator.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chat seen from outside: its ids, those who take part in it, and what the Connect service says and does of it. */
public final class Chat {

    /** As any client reads JSON: it knows nothing of how the emulator writes it. */
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private final Emulator emulator;
    private final String instanceId;
    private final String contactId;
    private final Party customer;

    private Chat(Emulator emulator, String instanceId, Answer started) {
        this.emulator = emulator;
        this.instanceId = instanceId;
        this.contactId = started.text("ContactId");
        this.customer = new Party(emulator, started.text("ParticipantId"), started.text("ParticipantToken"));
    }

    /** Starts a chat without anything that is optional; its customer is called Ada. */
    public static Chat start(Emulator emulator) {
        return start(emulator, Emulator.SMALLEST_START);
    }

    /** Starts a chat of an instance without anything that is optional. */
    public static Chat startIn(Emulator emulator, String instanceId) {
        return start(emulator, Emulator.SMALLEST_START.replace("an-instance", instanceId));
    }

    /** Starts a chat, which has to work. */
    public static Chat start(Emulator emulator, String json) {
        Answer answer = emulator.start(json);
        if (answer.status() != 200) {
            throw new AssertionError("The chat did not start: " + answer);
        }
        return new Chat(emulator, JSON.readTree(json).path("InstanceId").asString(), answer);
    }

    /** Starts a chat that takes messages of all types. */
    public static Chat ofAllTypes(Emulator emulator) {
        return ofAllTypes(emulator, "a-flow");
    }

    /** Starts a chat with a flow that takes messages of all types. */
    public static Chat ofAllTypes(Emulator emulator, String flowId) {
        return start(emulator, """
                {"InstanceId": "an-instance", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"},
                 "SupportedMessagingContentTypes": ["text/plain", "text/markdown", "application/json",
                   "application/vnd.amazonaws.connect.message.interactive",
                   "application/vnd.amazonaws.connect.message.interactive.response"]}""".formatted(flowId));
    }

    /** Starts a chat that continues an ended one. */
    public static Chat continuing(Emulator emulator, String contactId, String rehydrationType) {
        return start(emulator, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "PersistentChat": {"SourceContactId": "%s", "RehydrationType": "%s"}}""".formatted(contactId, rehydrationType));
    }

    public String contactId() {
        return contactId;
    }

    public Party customer() {
        return customer;
    }

    /** Adds a bot called Robo, which has to work; no participant hears of it before it connects. */
    public Party addBot() {
        Answer answer = createParticipant("""
                {"InstanceId": "%s", "ContactId": "%s",
                 "ParticipantDetails": {"ParticipantRole": "CUSTOM_BOT", "DisplayName": "Robo"}}""".formatted(instanceId, contactId));
        if (answer.status() != 200) {
            throw new AssertionError("The bot was not added: " + answer);
        }
        return new Party(
                emulator,
                answer.text("ParticipantId"),
                answer.json().at("/ParticipantCredentials/ParticipantToken").asString());
    }

    public Answer createParticipant(String json) {
        return emulator.send("POST", "/contact/create-participant", json);
    }

    /** Ends the chat by StopContact, which has to work. */
    public void stop() {
        Answer answer = emulator.stop(instanceId, contactId);
        if (answer.status() != 200) {
            throw new AssertionError("The chat was not stopped: " + answer);
        }
    }

    /** What DescribeContact tells. */
    public JsonNode description() {
        return emulator.describe(instanceId, contactId).json().path("Contact");
    }

    /** Everything in the transcript, oldest first, read with a participant's token page by page. */
    public static List<JsonNode> wholeTranscript(Party reader) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = reader.transcript("""
                {"ScanDirection": "FORWARD", "SortOrder": "ASCENDING", "MaxResults": 100,
                 "StartPosition": {"AbsoluteTime": "1970-01-01T00:00:00.000Z"}}""");
        page.path("Transcript").forEach(items::add);
        while (page.has("NextToken")) {
            page = reader.transcript("""
                    {"ScanDirection": "FORWARD", "SortOrder": "ASCENDING", "MaxResults": 100, "NextToken": "%s"}""".formatted(page.path("NextToken").asString()));
            page.path("Transcript").forEach(items::add);
        }
        return items;
    }

    /** A call of the Participant Service; without a bearer or a body where that is null. */
    public static Answer call(Emulator emulator, String path, String bearer, String json) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return bearer == null
                ? emulator.send("POST", path, body, "Content-Type", "application/json")
                : emulator.send("POST", path, body, "Content-Type", "application/json", "X-Amz-Bearer", bearer);
    }
}
