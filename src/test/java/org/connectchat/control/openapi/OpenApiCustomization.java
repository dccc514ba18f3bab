package org.connectchat.control.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.connectchat.control.FieldProblem;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

/** Adds to the OpenAPI document what all control calls have in common: problem details and the format of durations. */
final class OpenApiCustomization implements GlobalOpenApiCustomizer {

    OpenApiCustomization() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Duration.class,
                        new StringSchema()
                                .description("A duration in ISO 8601, or short such as 5m, 90s or 1500ms")
                                .example("PT5M"));
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info()
                .title("connect-chat-emulator, control API")
                .version("1")
                .description(
                        "Controls the emulator: plays agents, moves the clock, adds faults, lists the calls that were"
                                + " made. AWS has none of these calls. They are never throttled. A refused call gets a"
                                + " problem detail (RFC 9457) that names the wrong fields. Durations are written PT5M or"
                                + " 5m."));
        // Relative, so that the page calls the origin that served it, also behind a proxy.
        document.servers(List.of(new Server().url("/").description("This emulator")));
        Components components = Objects.requireNonNullElseGet(document.getComponents(), Components::new);
        ModelConverters.getInstance()
                .readAll(new AnnotatedType(FieldProblem.class))
                .forEach(components::addSchemas);
        components.addSchemas("Problem", ProblemSchema.create());
        document.components(components);
        Content content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation
                                .getResponses()
                                .addApiResponse(
                                        "default",
                                        new ApiResponse()
                                                .description(
                                                        "The call was refused: a problem detail that names the wrong"
                                                                + " fields")
                                                .content(content))));
    }
}
