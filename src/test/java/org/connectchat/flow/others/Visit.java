package org.connectchat.flow.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.StreamSupport;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Party;
import tools.jackson.databind.JsonNode;

/** A chat with a flow of others. Actions are named by the beginning of their identifiers, or by their type. */
final class Visit {

    private static final String INTERACTIVE_RESPONSE = "application/vnd.amazonaws.connect.message.interactive.response";
    private static final int MOST_STEPS = 30;

    private final Instance instance;
    private final Control control;
    private final String flowId;
    private final String entranceId;
    private final JsonNode actions;
    private Chat chat;

    /**
     * @param flowId the flow
     * @param entranceId the flow that the chat begins with
     */
    Visit(Instance instance, String flowId, String entranceId, String content) {
        this.instance = instance;
        this.control = new Control(instance.emulator());
        this.flowId = flowId;
        this.entranceId = entranceId;
        this.actions = Chat.JSON.readTree(content).path("Actions");
    }

    /** Gives actions another outcome, such as {@code "result": "Sales"}. */
    Visit stubs(String action, String outcome) {
        boolean isType = StreamSupport.stream(actions.spliterator(), false)
                .anyMatch(each -> each.path("Type").asString().equals(action));
        control.post(
                "/flows/stubs",
                "{\"flow\": %s, \"%s\": %s, %s}"
                        .formatted(
                                Flows.quoted(flowId),
                                isType ? "type" : "identifier",
                                Flows.quoted(isType ? action : identifier(action)),
                                outcome));
        return this;
    }

    private String identifier(String beginning) {
        return StreamSupport.stream(actions.spliterator(), false)
                .map(action -> action.path("Identifier").asString())
                .filter(identifier -> identifier.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no action " + beginning));
    }

    /** Starts the chat of a customer who is not connected yet. */
    Chat start(String attributes) {
        chat = Chat.start(
                instance.emulator(), """
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"},
                 "Attributes": %s, "SupportedMessagingContentTypes": ["text/plain",
                   "application/vnd.amazonaws.connect.message.interactive", "%s"]}""".formatted(instance.id(), entranceId, attributes, INTERACTIVE_RESPONSE));
        return chat;
    }

    Visit connects() {
        if (chat == null) {
            start("{}");
        }
        control.post("/contacts/" + chat.contactId() + "/connect");
        return this;
    }

    private JsonNode flow() {
        return control.get("/contacts/" + chat.contactId() + "/flow");
    }

    private List<JsonNode> log() {
        JsonNode entries =
                control.get("/contacts/" + chat.contactId() + "/flow/log").path("entries");
        return StreamSupport.stream(entries.spliterator(), false).toList();
    }

    /** Waits until the flow waits at an action. */
    Visit waitsAt(String action) {
        await().untilAsserted(() -> {
            JsonNode flow = flow();
            assertThat(flow.path("state").asString())
                    .as(flow + " after " + log())
                    .isEqualTo("WAITING");
            assertThat(flow.at("/run/identifier").asString())
                    .as(flow.toString())
                    .startsWith(action);
        });
        return this;
    }

    /** Ends the wait of the flow at once, as its time limit would. */
    Visit timesOut() {
        control.post("/contacts/" + chat.contactId() + "/flow/continue");
        return this;
    }

    /** Puts a scripted bot in. */
    Visit puts(String bot, String rules) {
        Answer answer = control.call("PUT", "/bots/" + bot, rules);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return this;
    }

    Visit says(String words) {
        chat.customer().say(words);
        return this;
    }

    /** Chooses an action of the view that the flow shows. */
    Visit chooses(String viewAction, String data) {
        int before = log().size();
        String response = "{\"templateType\": \"ViewResource\", \"version\": \"1.0\", \"action\": %s, \"data\": %s}"
                .formatted(Flows.quoted(viewAction), data);
        Party.worked(chat.customer()
                .send("{\"ContentType\": \"%s\", \"Content\": %s}"
                        .formatted(INTERACTIVE_RESPONSE, Flows.quoted(response))));
        await().until(() -> log().size() > before);
        return this;
    }

    /** An agent takes the chat. */
    Visit isTakenBy(String agent) {
        control.join(chat.contactId(), agent);
        await().until(() -> control.contact(chat.contactId()).has("agent"));
        return this;
    }

    /** Waits for an outcome of an action, with a value of a parameter. */
    Visit passes(String action, String outcome, String parameter, String value) {
        await().untilAsserted(() -> assertThat(log()).anySatisfy(entry -> {
            assertThat(entry.path("identifier").asString()).startsWith(action);
            assertThat(entry.path("outcome").asString()).isEqualTo(outcome);
            assertThat(entry.path("parameters").path(parameter).asString()).isEqualTo(value);
        }));
        return this;
    }

    /** Waits until an action was the last one of the chat, which has ended. */
    void endsAt(String action) {
        await().untilAsserted(() -> {
            JsonNode contact = control.contact(chat.contactId());
            assertThat(contact.path("disconnectReason").asString())
                    .as(flow() + " after " + log())
                    .isEqualTo("CONTACT_FLOW_DISCONNECT");
        });
        assertLast(action, "DisconnectParticipant");
    }

    private void assertLast(String action, String type) {
        List<JsonNode> log = log();
        JsonNode last = log.get(log.size() - 1);
        assertThat(last.path("identifier").asString()).as(log.toString()).startsWith(action);
        assertThat(last.path("type").asString()).isEqualTo(type);
    }

    /** Waits until the contact waits in a queue, and no flow runs. */
    Visit standsInQueue(String queue, String action, String type) {
        await().untilAsserted(() -> {
            JsonNode flow = flow();
            assertThat(flow.at("/queue/id").asString())
                    .as(flow + " after " + log())
                    .isEqualTo(queue);
            assertThat(flow.path("state").asString()).isEqualTo("ENDED");
        });
        assertLast(action, type);
        return this;
    }

    /** Goes through the flow as it comes: whatever it waits for, its customer writes something, or the time is over. */
    void wanders() {
        connects();
        for (int step = 0; step < MOST_STEPS; step++) {
            JsonNode flow = await().until(
                            this::flow, seen -> !seen.path("state").asString().equals("RUNNING"));
            if (!flow.path("state").asString().equals("WAITING")) {
                return;
            }
            // Neither has to work: the chat may have ended meanwhile, and a call of a function cannot be skipped.
            List<Integer> statuses = List.of(
                    chat.customer()
                            .send("{\"ContentType\": \"text/plain\", \"Content\": \"1\"}")
                            .status(),
                    control.call("POST", "/contacts/" + chat.contactId() + "/flow/continue", null)
                            .status());
            assertThat(statuses).as(flow.toString()).allMatch(status -> status < 500);
        }
    }

    /** Ends the chat if it has not ended. */
    void leave() {
        if (chat != null) {
            chat.stop();
        }
    }

    /** Waits until an action was the last one of a chat that goes on. */
    void goesOnAfter(String action, String type) {
        await().untilAsserted(() -> {
            assertThat(flow().path("state").asString()).isEqualTo("ENDED");
            assertLast(action, type);
        });
        assertThat(control.contact(chat.contactId()).path("state").asString()).isEqualTo("ACTIVE");
    }
}
