package org.connectchat.connect.routing;

import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Party;
import tools.jackson.databind.JsonNode;

/** An instance of its own, whose id is a UUID, and whose flow puts chats into a queue of its own. */
final class WaitingCentre {

    private final Emulator emulator;
    private final Control control;
    private final String instanceId = UUID.randomUUID().toString();
    private final String flowId;

    WaitingCentre(Emulator emulator) {
        this.emulator = emulator;
        this.control = new Control(emulator);
        this.flowId = Party.worked(emulator.send(
                        "PUT",
                        "/contact-flows/" + instanceId,
                        Flows.create("queueing", Flows.QUEUEING.replace("support", queueId()))))
                .text("ContactFlowId");
    }

    String queueId() {
        return "queue-of-" + instanceId;
    }

    String instanceId() {
        return instanceId;
    }

    Control control() {
        return control;
    }

    /** A chat whose customer has not connected, so that its flow has not begun. */
    Chat start() {
        return Chat.start(emulator, """
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(instanceId, flowId));
    }

    /** Connects the customer and waits until the chat waits in the queue. */
    Chat queued(Chat chat) {
        control.post("/contacts/" + chat.contactId() + "/connect");
        await().until(() -> position(chat) != 0);
        return chat;
    }

    Chat queued() {
        return queued(start());
    }

    /** The position that GetContactMetrics has; 0 if it has none. */
    double position(Chat chat) {
        return value(chat, "POSITION_IN_QUEUE");
    }

    double value(Chat chat, String metric) {
        JsonNode results = metrics(chat.contactId(), "[{\"Name\": \"%s\"}]".formatted(metric))
                .json()
                .path("MetricResults");
        return results.path(0).at("/Value/Number").asDouble(0);
    }

    Answer metrics(String contactId, String metrics) {
        return emulator.send("POST", "/metrics/contact", """
                {"InstanceId": "%s", "ContactId": "%s", "Metrics": %s}""".formatted(instanceId, contactId, metrics));
    }

    Answer route(Chat chat, String json) {
        return emulator.send("POST", "/contacts/" + instanceId + "/" + chat.contactId() + "/routing-data", json);
    }
}
