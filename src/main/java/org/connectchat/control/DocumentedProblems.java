package org.connectchat.control;

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
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI document what all control calls have in common: how they are refused, and how durations look. */
@Component
final class DocumentedProblems implements GlobalOpenApiCustomizer {

    DocumentedProblems() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Duration.class,
                        new StringSchema()
                                .description("ISO 8601, or short as in 5m")
                                .example("PT5M"));
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info()
                .title("connect-chat-emulator, control API")
                .version("1")
                .description("What a test may look at and make happen that a caller of AWS cannot."));
        // Relative, so that the page calls the origin that it came from, whatever stands in front of the emulator.
        document.servers(List.of(new Server().url("/").description("This emulator")));
        Components components = Objects.requireNonNullElseGet(document.getComponents(), Components::new);
        ModelConverters.getInstance().readAll(new AnnotatedType(Problem.class)).forEach(components::addSchemas);
        document.components(components);
        Content content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + Problem.class.getName())));
        document.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation
                                .getResponses()
                                .addApiResponse(
                                        "default",
                                        new ApiResponse()
                                                .description(
                                                        "A problem (RFC 9457) that names the fields that are wrong")
                                                .content(content))));
    }
}
