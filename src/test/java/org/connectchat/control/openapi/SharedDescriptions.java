package org.connectchat.control.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Describes in the OpenAPI document what many control calls have in common, and the types of packages that do not
 * depend on the document.
 */
final class SharedDescriptions implements GlobalOpenApiCustomizer {

    private record Text(String description, @Nullable Object example) {}

    private static final List<Tag> TAGS = List.of(
            tag("contacts", "Look at contacts, end their chats, connect a customer without a socket."),
            tag("agents", "Play the agents of a chat."),
            tag("calls", "The journal: which AWS calls your application made."),
            tag("events", "Contact events: what happened to contacts, as EventBridge is told."),
            tag("clock", "The clock that decides when deadlines of chats are due. The HTTP Date header stays real."),
            tag("streaming", "See and await what was published of streamed chats."),
            tag("faults", "Errors, latencies, lost connections and broken sockets."),
            tag("flows", "Read where flows stand and what they did, end their waits, set outcomes of actions."),
            tag("queues", "Queues, hours of operation, and agents that take contacts by themselves."),
            tag("bots", "Scripted bots, instead of Amazon Lex."),
            tag("settings", "Throttle, quotas and catalogue while the emulator runs."),
            tag("ids", "Where ids and tokens come from."),
            tag("reset", "A fresh start for each test."));

    private static final Map<String, Text> PATH_PARAMETERS = Map.of(
            "contactId",
            new Text(
                    "Any contact id of the session: that of the StartChatContact response, or one that a transfer made",
                    "af49db70-fd2f-47b5-9e90-0a72d7d0980a"),
            "participantId",
            new Text(
                    "The agent, by the participantId of the response that brought it into the chat",
                    "3c1f5d3e-8f5b-4b43-9f1a-2f6c8f7f0b11"),
            "id",
            new Text("The fault, by the id of the response that added it", "fault-1"),
            "stubId",
            new Text("The stub, by the id of the response that added it", "stub-1"),
            "agentId",
            new Text("The standing agent, by its id", "grace"),
            "streamingId",
            new Text(
                    "The streaming, by the StreamingId of the response that started it",
                    "5d8c3f6c-2b59-4f0a-8d2a-0a5a3c7a2b11"),
            "botName",
            new Text("The name of the bot", "OrderFlowers"));

    /** By schema and property. */
    private static final Map<String, Map<String, Text>> PROPERTIES = Map.of(
            "Rate",
            Map.of(
                    "rate", new Text("Sustained calls per second, 0.001 to 1000000", 5),
                    "burst", new Text("Maximum burst of calls, 1 to 1000000", 8)),
            "Instance",
            Map.of(
                    "id", new Text("The instance, by its id or ARN", "my-instance"),
                    "alias", new Text("The name of the instance in URLs; the id if absent", "my-alias"),
                    "flows", new Text("The flows that the instance has; none if absent", null)),
            "Flow",
            Map.of("id", new Text("The flow, by its id or ARN", "my-flow")));

    private static final Map<String, String> SCHEMAS = Map.of(
            "Rate", "The limits of one operation.",
            "Instance", "An instance of the catalogue.",
            "Flow", "A flow of an instance.");

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Override
    public void customise(OpenAPI document) {
        document.tags(TAGS);
        document.getPaths().values().forEach(path -> path.readOperations().forEach(SharedDescriptions::describe));
        var schemas = document.getComponents().getSchemas();
        SCHEMAS.forEach(
                (name, text) -> Objects.requireNonNull(schemas.get(name)).description(text));
        PROPERTIES.forEach((name, texts) -> texts.forEach((property, text) -> {
            Schema<?> schema = (Schema<?>)
                    Objects.requireNonNull(schemas.get(name)).getProperties().get(property);
            describe(Objects.requireNonNull(schema), text);
        }));
        describeContent(document);
    }

    /**
     * The content of an agent's message is a string or an object; the document shows these instead of the Java type.
     */
    private static void describeContent(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        schemas.remove("JsonNode");
        Schema<?> request = Objects.requireNonNull(schemas.get("AgentMessageRequest"));
        Schema<?> generated = Objects.requireNonNull(request.getProperties().get("content"));
        Schema<Object> content = new Schema<>();
        content.setDescription(generated.getDescription());
        content.setOneOf(List.of(new StringSchema(), new ObjectSchema()));
        content.setExample("How can I help?");
        request.getProperties().put("content", content);
    }

    private static void describe(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        operation.getParameters().stream()
                .filter(parameter -> "path".equals(parameter.getIn()))
                .forEach(parameter -> {
                    Text text = Objects.requireNonNull(
                            PATH_PARAMETERS.get(parameter.getName()), "No description of " + parameter.getName());
                    parameter.description(text.description()).example(text.example());
                });
    }

    private static void describe(Schema<?> schema, Text text) {
        schema.description(text.description());
        if (text.example() != null) {
            schema.example(text.example());
        }
    }
}
