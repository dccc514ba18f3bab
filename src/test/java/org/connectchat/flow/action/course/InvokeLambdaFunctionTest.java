package org.connectchat.flow.action.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.conditions;
import static org.connectchat.flow.run.FlowText.errors;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.connectchat.chat.ContentTypes;
import org.connectchat.flow.lambda.LambdaFunctions;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvokeLambdaFunctionTest {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();
    private volatile String result = "{\"tier\": \"gold\"}";

    private HttpServer server() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", exchange -> {
                events.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] body = result.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private FlowFixture run(LambdaFunctions functions, String parameters) {
        FlowFixture chat = new FlowFixture(CourseActions.all(functions));
        chat.flow(
                "f",
                new FlowText()
                        .action(
                                "call",
                                "InvokeLambdaFunction",
                                parameters,
                                "compare",
                                errors("NoMatchingError", "failed"))
                        .action(
                                "compare",
                                "Compare",
                                "{\"ComparisonValue\": \"$.External.tier\"}",
                                "none",
                                conditions("Equals", "gold", "gold"))
                        .end("gold")
                        .end("none")
                        .end("failed")
                        .json());
        return chat.start("f", Map.of("who", "Ada", "fn", "greet"), List.of(ContentTypes.PLAIN), null)
                .connect();
    }

    private LambdaFunctions functions() {
        return Functions.at("greet", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Rule("F55")
    @Test
    void theResultOfTheFunctionReplacesExternal() {
        FlowFixture chat =
                run(functions(), "{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": \"8\"}");

        assertThat(chat.path()).containsExactly("call", "compare", "gold");
    }

    @Rule({"F52", "F53"})
    @Test
    void theEventHasTheContactAndTheResolvedParameters() {
        FlowFixture chat = run(
                functions(),
                "{\"LambdaFunctionARN\": \"arn:aws:lambda:us-east-1:000000000000:function:$.Attributes.fn\","
                        + " \"InvocationTimeLimitSeconds\": \"9\","
                        + " \"LambdaInvocationAttributes\": {\"name\": \"$.Attributes.who\", \"none\": \"$.External.none\"}}");

        assertThat(events).hasSize(1);
        JsonNode details = JsonMapper.shared().readTree(events.get(0)).path("Details");
        assertThat(details.path("Parameters").toString()).isEqualTo("{\"name\":\"Ada\",\"none\":\"\"}");
        JsonNode contact = details.path("ContactData");
        String id = chat.contact().id();
        assertThat(contact.path("ContactId").stringValue()).isEqualTo(id);
        assertThat(contact.path("PreviousContactId").stringValue()).isEqualTo(id);
        assertThat(contact.path("InitiationMethod").stringValue()).isEqualTo("API");
        assertThat(contact.path("InstanceARN").stringValue())
                .isEqualTo("arn:aws:connect:us-east-1:000000000000:instance/an-instance");
        assertThat(contact.path("Attributes").path("who").stringValue()).isEqualTo("Ada");
        assertThat(contact.path("Queue").isNull()).isTrue();
        assertThat(contact.path("SegmentAttributes")
                        .path("connect:Subtype")
                        .path("ValueString")
                        .stringValue())
                .isEqualTo("connect:Chat");
        assertThat(contact.path("Tags").toString()).isEqualTo("{\"aws:connect:instanceId\":\"an-instance\"}");
    }

    @Rule("F54")
    @Test
    void aNestedResultNeedsTheResponseTypeJson() {
        result = "{\"tier\": \"gold\", \"more\": {\"a\": 1}}";
        String parameters = "{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": \"8\"%s}";

        assertThat(run(functions(), parameters.formatted("")).path()).containsExactly("call", "failed");
        assertThat(run(functions(), parameters.formatted(", \"ResponseValidation\": {\"ResponseType\": \"json\"}"))
                        .path())
                .containsExactly("call", "compare", "gold");
    }

    @Rule("F55")
    @Test
    void anAsynchronousCallLeavesExternalAsItIs() {
        FlowFixture chat = run(
                functions(),
                "{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": \"8\", \"InvocationType\": \"ASYNCHRONOUS\"}");

        assertThat(chat.path()).containsExactly("call", "compare", "none");
        assertThat(events).hasSize(1);
    }

    @Rule("F57")
    @Test
    void aFunctionThatIsNotConfiguredFailsAndTheLogNamesIt() {
        FlowFixture chat =
                run(Functions.none(), "{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": \"8\"}");

        assertThat(chat.path()).containsExactly("call", "failed");
        assertThat(chat.log().get(0).reason()).contains("greet");
    }

    @Rule("F43")
    @Test
    void theResultOfACallIsDroppedWhenTheChatHasEndedMeanwhile() {
        FlowFixture chat = new FlowFixture(CourseActions.all(functions()));
        chat.flow(
                "f",
                new FlowText()
                        .action(
                                "call",
                                "InvokeLambdaFunction",
                                "{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": \"8\"}",
                                "end")
                        .end("end")
                        .json());
        chat.start("f");
        chat.presence().connect(chat.customer());
        chat.tasks().remove().run();
        chat.presence().disconnect(chat.customer());

        chat.settle();

        assertThat(chat.path()).isEmpty();
        assertThat(events).hasSize(1);
    }
}
