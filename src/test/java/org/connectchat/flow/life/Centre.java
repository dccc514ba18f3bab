package org.connectchat.flow.life;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Party;
import tools.jackson.databind.JsonNode;

/** An instance with flows that a test makes, over HTTP alone. */
final class Centre {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Emulator emulator;
    private final Control control;
    private final String instanceId = "life-of-flows-" + NUMBERS.incrementAndGet();
    private int flows;

    Centre(Emulator emulator) {
        this.emulator = emulator;
        this.control = new Control(emulator);
    }

    /** One whose clock tests may move. */
    static Centre withClock() {
        return new Centre(Emulator.with(
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=1000000",
                "emulator.chat.retention=30d"));
    }

    Emulator emulator() {
        return emulator;
    }

    Control control() {
        return control;
    }

    String instanceId() {
        return instanceId;
    }

    /** Creates a flow that customers begin with, and returns its id. */
    String flow(String content) {
        return flow("CONTACT_FLOW", content);
    }

    String flow(String type, String content) {
        flows++;
        Emulator.Answer created =
                emulator.send("PUT", "/contact-flows/" + instanceId, """
                {"Name": "flow %d", "Type": "%s", "Content": %s}""".formatted(flows, type, Flows.quoted(content)));
        return Party.worked(created).text("ContactFlowId");
    }

    Chat start(String flowId) {
        return start(flowId, "");
    }

    /** Starts a chat with more members, such as {@code , "Attributes": {}}. */
    Chat start(String flowId, String more) {
        return Chat.start(emulator, """
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"}%s}""".formatted(instanceId, flowId, more));
    }

    /** Starts a chat whose customer is connected without a socket. */
    Chat connected(String flowId) {
        Chat chat = start(flowId);
        connect(chat);
        return chat;
    }

    void connect(Chat chat) {
        control.post("/contacts/" + chat.contactId() + "/connect");
    }

    /** The contact in which a chat goes on. */
    JsonNode describe(String contactId) {
        return emulator.describe(instanceId, contactId).json().path("Contact");
    }

    String reason(String contactId) {
        return describe(contactId).path("DisconnectReason").asString();
    }

    void awaitReason(String contactId, String reason) {
        await().until(() -> reason(contactId), reason::equals);
    }

    /** The id of the contact in which a chat goes on. */
    String current(Chat chat) {
        String id = chat.contactId();
        JsonNode contact = control.contact(id);
        while (contact.has("nextContactId")) {
            id = contact.path("nextContactId").asString();
            contact = control.contact(id);
        }
        return id;
    }

    /** Waits until a flow has said this. */
    void awaitSaid(Chat chat, String words) {
        await().until(() -> said(chat).contains(words));
    }

    /** What flows have said, as the transcript has it. */
    List<String> said(Chat chat) {
        return items(chat)
                .filter(item -> item.path("role").asString().equals("SYSTEM"))
                .map(item -> item.path("content").asString())
                .toList();
    }

    /** The transcript of a chat, which may have ended, in short. */
    List<String> transcript(Chat chat) {
        return items(chat)
                .map(item ->
                        brief(item.path("type"), item.path("content"), item.path("role"), item.path("contentType")))
                .toList();
    }

    private Stream<JsonNode> items(Chat chat) {
        JsonNode transcript = control.contact(chat.contactId()).path("transcript");
        return StreamSupport.stream(transcript.spliterator(), false);
    }

    /** Items in short: the content of messages; role and event of others. */
    static List<String> brief(List<JsonNode> items) {
        return items.stream().map(Centre::brief).toList();
    }

    static String brief(JsonNode item) {
        return brief(item.path("Type"), item.path("Content"), item.path("ParticipantRole"), item.path("ContentType"));
    }

    private static String brief(JsonNode type, JsonNode content, JsonNode role, JsonNode contentType) {
        return type.asString().equals("MESSAGE")
                ? content.asString()
                : (role.asString() + " " + contentType.asString().replace(Party.EVENT, "")).strip();
    }
}
