package org.connectchat.control.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows that the OpenAPI document is what the server does: every call is in it, and is answered as it says. */
@SameOnEveryJdk
class OpenApiTest {

    static final String STREAM = "GET /_emulator/events";

    private final Emulator emulator = Emulator.with("emulator.throttling.enabled=false", "emulator.ids.seedable=true");
    private final OpenApiDocument document = OpenApiDocument.of(emulator);

    @Test
    @Rule("C11")
    void everyControlCallIsInTheDocument() throws ReflectiveOperationException {
        Set<String> served = new HashSet<>();
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(Hidden.class));
        for (var candidate : scanner.findCandidateComponents("org.connectchat.control")) {
            Class<?> type = Class.forName(candidate.getBeanClassName());
            RequestMapping base = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            for (var method : type.getDeclaredMethods()) {
                RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (own != null) {
                    String path = (base == null || base.path().length == 0 ? "" : base.path()[0])
                            + (own.path().length == 0 ? "" : own.path()[0]);
                    served.add(own.method()[0] + " " + path);
                }
            }
        }

        assertThat(document.operations().keySet())
                .containsExactlyInAnyOrderElementsOf(served)
                .hasSizeGreaterThan(20);
    }

    @Test
    @Rule("C11")
    void theDocumentIsReadOnceForAllRequests() {
        OpenApiController documents = emulator.bean(OpenApiController.class);

        assertThat(documents.json()).isSameAs(documents.json());
        assertThat(documents.yaml()).isSameAs(documents.yaml());
    }

    @Test
    @Rule("C11")
    void everyResponseIsAsTheDocumentSays() {
        Chat chat = Chat.start(emulator);
        List<String> wrong = new ArrayList<>();
        document.operations().forEach((name, operation) -> {
            String method = name.substring(0, name.indexOf(' '));
            // A stream has no end, so it is asked for what it refuses.
            String query = name.equals(STREAM) ? "?types=nothing" : "";
            String path = name.substring(name.indexOf(' ') + 1).replace("{contactId}", chat.contactId()) + query;
            boolean hasBody = operation.has("requestBody");
            for (String body : hasBody ? new String[] {"{}", "{\"unknown\": 1}"} : new String[] {null}) {
                Answer answer = emulator.send(method, path.replaceAll("\\{[^}]*}", "nothing"), body);
                check(name, operation, answer, wrong);
            }
        });

        assertThat(wrong).isEmpty();
    }

    private void check(String name, JsonNode operation, Answer answer, List<String> wrong) {
        JsonNode responses = operation.path("responses");
        String status = String.valueOf(answer.status());
        JsonNode response = responses.has(status) ? responses.path(status) : responses.path("default");
        if (response.isMissingNode() || answer.status() >= 500) {
            wrong.add(name + " answers " + answer.status() + ", which is not documented: " + answer.body());
            return;
        }
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            if (!answer.body().isEmpty()) {
                wrong.add(name + " answers " + status + " with a body that is not documented: " + answer.body());
            }
            return;
        }
        String type = answer.header("Content-Type");
        if (!content.has(type)) {
            wrong.add(name + " answers " + status + " as " + type + " and not as " + content.propertyNames());
            return;
        }
        schema(name + " " + status, content.path(type).path("schema"), answer.json(), wrong);
    }

    /** As far as the document goes here: types, references, members, required ones, enumerations. */
    private void schema(String where, JsonNode given, JsonNode value, List<String> wrong) {
        JsonNode schema = document.resolved(given);
        String type = schema.path("type").asString();
        boolean right = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!right || (schema.has("enum") && !contains(schema.path("enum"), value))) {
            wrong.add(where + " is not of type " + schema + ": " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                wrong.add(where + " lacks " + name.asString());
            }
        });
        value.forEach(element -> {
            if (value.isArray()) {
                schema(where + "[]", schema.path("items"), element, wrong);
            }
        });
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                JsonNode known = schema.path("properties").path(member.getKey());
                JsonNode others = schema.path("additionalProperties");
                if (!known.isMissingNode()) {
                    schema(where + "." + member.getKey(), known, member.getValue(), wrong);
                } else if (others.isObject()) {
                    schema(where + "." + member.getKey(), others, member.getValue(), wrong);
                } else if (schema.has("properties")) {
                    wrong.add(where + " has a member that is not documented: " + member.getKey());
                }
            }
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode allowed : values) {
            if (allowed.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
