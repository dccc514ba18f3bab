package org.connectchat.control.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.EventStream;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Shows that the OpenAPI document speaks for itself: names, descriptions, and examples that work as they are. */
@SameOnEveryJdk
class OpenApiExamplesTest {

    private static final List<Integer> DONE = List.of(200, 201, 204);

    /** The emulator of this test sends no contact events, and the response says so. */
    private static final List<Integer> CONFLICT = List.of(409);

    private static final String AWAIT_OF_EVENTS = "/_emulator/contact-events/delivery/await";

    private static final Emulator EMULATOR =
            Emulator.own("emulator.throttling.enabled=false", "emulator.ids.seedable=true");
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.of(EMULATOR);

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @Test
    @Rule("C16")
    void everyOperationHasANameAndTexts() {
        Set<String> names = new HashSet<>();
        DOCUMENT.operations().forEach((name, operation) -> {
            assertThat(operation.path("operationId").asString("")).as(name).matches("[a-z]+[a-zA-Z]*");
            assertThat(names.add(operation.path("operationId").asString()))
                    .as(name)
                    .isTrue();
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(operation.path("description").asString("")).as(name).endsWith(".");
            operation
                    .path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .as(name + " " + parameter.path("name"))
                            .isNotBlank());
        });
    }

    @Test
    @Rule("C16")
    void everySchemaAndPropertyHasADescription() {
        List<String> bare = new ArrayList<>();
        DOCUMENT.at("/components/schemas").properties().forEach(schema -> {
            assertThat(schema.getKey()).matches("[A-Z][A-Za-z]+").isNotIn("Request", "Response", "Wish");
            if (!schema.getValue().has("description")) {
                bare.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().forEach(property -> {
                if (!property.getValue().has("description")) {
                    bare.add(schema.getKey() + "." + property.getKey());
                }
            });
        });
        assertThat(bare).isEmpty();
    }

    @Test
    @Rule("C16")
    void aGeneratedClientCanSendAFile() {
        JsonNode body = DOCUMENT.operations()
                .get("POST /_emulator/contacts/{contactId}/agents/{participantId}/attachments")
                .path("requestBody");

        assertThat(body.path("required").asBoolean()).isTrue();
        assertThat(body.path("content").propertyNames()).contains("application/octet-stream", "image/png");
        body.path("content")
                .forEach(
                        type -> assertThat(type.at("/schema/format").asString()).isEqualTo("binary"));
    }

    @TestFactory
    @Rule("C16")
    Stream<DynamicTest> everyExampleWorks() {
        return DOCUMENT.operations().entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(), () -> {
                    if (operation.getKey().equals(OpenApiTest.STREAM)) {
                        assertThatTheStreamBegins();
                        return;
                    }
                    List<Request> requests = requests(operation.getKey(), operation.getValue());
                    assertThat(requests).isNotEmpty();
                    for (Request request : requests) {
                        Answer answer = sent(request);
                        assertThat(answer.status())
                                .as("%s: %s", request, answer.body())
                                .isIn(request.path().equals(AWAIT_OF_EVENTS) ? CONFLICT : DONE);
                    }
                }));
    }

    /** Its response has no end. */
    private static void assertThatTheStreamBegins() {
        try (EventStream stream = EventStream.open(EMULATOR, "")) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    private record Request(String method, String path, String contentType, String body) {}

    /** The examples of a call; one without a body is an example itself. */
    private static List<Request> requests(String name, JsonNode operation) {
        String method = name.substring(0, name.indexOf(' '));
        String path = name.substring(name.indexOf(' ') + 1);
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.path("parameters")) {
            String value = parameter.path("example").asString("");
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            boolean required = parameter.path("required").asBoolean();
            assertThat(!required || !value.isEmpty())
                    .as(name + " has an example of " + parameter.path("name"))
                    .isTrue();
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + parameter.path("name").asString() + "}", encoded);
            } else if (!value.isEmpty()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.path("name").asString())
                        .append('=')
                        .append(encoded);
            }
        }
        String target = path + query;
        if (!operation.has("requestBody")) {
            return List.of(new Request(method, target, null, null));
        }
        List<Request> requests = new ArrayList<>();
        operation.at("/requestBody/content").properties().forEach(content -> {
            JsonNode schema = DOCUMENT.resolved(content.getValue().path("schema"));
            if (schema.has("example")) {
                requests.add(new Request(
                        method, target, content.getKey(), schema.path("example").toString()));
            }
            content.getValue()
                    .path("examples")
                    .forEach(example ->
                            requests.add(new Request(method, target, content.getKey(), text(example.path("value")))));
        });
        return requests;
    }

    /** A document as an example is an object; examples of the others are texts. */
    private static String text(JsonNode example) {
        return example.isString() ? example.asString() : example.toString();
    }

    /** Sends an example to a chat with one agent and one message, with one fault that strikes nothing of it. */
    private Answer sent(Request request) {
        control.post("/reset");
        Chat chat = Chat.start(EMULATOR);
        Control.Agent agent = control.join(chat.contactId(), "Grace");
        chat.customer().say("hello");
        String messageId = Chat.wholeTranscript(chat.customer()).stream()
                .filter(item -> item.has("Content"))
                .findFirst()
                .orElseThrow()
                .path("Id")
                .asString();
        String faultId = control.post("/faults", """
            {"instanceId": "elsewhere", "effect": {"type": "RESET"}}\
            """).path("id").asString();
        Map<String, String> values = new HashMap<>(Map.of(
                example("contactId"),
                chat.contactId(),
                example("participantId"),
                agent.id(),
                example("id"),
                faultId,
                DOCUMENT.at("/components/schemas/AgentReceiptRequest/example/messageId")
                        .asString(),
                messageId));
        if (request.path().matches("/_emulator/(contacts/[^/]*/flow|flows|standing-agents|bots).*")) {
            values.putAll(flowValues(request));
        }
        if (request.path().contains("/streamings")) {
            values.put(example("streamingId"), streamed(chat));
        }
        String path = replaced(request.path(), values);
        return request.body() == null
                ? EMULATOR.send(request.method(), path, null)
                : EMULATOR.send(
                        request.method(),
                        path,
                        BodyPublishers.ofString(replaced(request.body(), values)),
                        "Content-Type",
                        request.contentType());
    }

    /** Streams a chat to a topic that nothing stands for. */
    private static String streamed(Chat chat) {
        return EMULATOR.send("POST", "/contact/start-streaming", """
                {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "a-token",
                 "ChatStreamingConfiguration": {"StreamingEndpointArn": "arn:aws:sns:us-east-1:000000000000:a-topic"}}""".formatted(chat.contactId()))
                .text("StreamingId");
    }

    /** What the examples of flows need: a chat that waits, or that is offered to an agent, a stub and a bot. */
    private Map<String, String> flowValues(Request request) {
        boolean queues = request.path().contains("/offers");
        Chat chat = Flows.start(EMULATOR, Flows.created(EMULATOR, "a-flow", queues ? Flows.QUEUEING : Flows.WAITING));
        control.call("PUT", "/standing-agents/" + example("agentId"), "{\"autoAccept\": false}");
        control.call("PUT", "/bots/" + example("botName"), "{\"rules\": []}");
        control.post("/contacts/" + chat.contactId() + "/connect");
        Awaitility.await()
                .until(() -> queues
                        ? control.get("/standing-agents/" + example("agentId") + "/offers")
                                .path("offers")
                                .has(0)
                        : control.get("/contacts/" + chat.contactId() + "/flow")
                                .at("/run/waitsFor")
                                .isString());
        String stubId = control.post("/flows/stubs", "{\"type\": \"Loop\", \"success\": true}")
                .path("id")
                .asString();
        return Map.of(example("contactId"), chat.contactId(), example("stubId"), stubId);
    }

    private static String replaced(String text, Map<String, String> values) {
        String result = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            result = result.replace(value.getKey(), value.getValue());
        }
        return result;
    }

    private static String example(String pathParameter) {
        return DOCUMENT.operations().values().stream()
                .flatMap(operation -> operation.path("parameters").valueStream())
                .filter(parameter -> parameter.path("in").asString().equals("path")
                        && parameter.path("name").asString().equals(pathParameter))
                .map(parameter -> parameter.path("example").asString())
                .findFirst()
                .orElseThrow();
    }
}
