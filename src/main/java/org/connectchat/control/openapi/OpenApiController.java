package org.connectchat.control.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.connectchat.restjson.place.ControlPaths;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the OpenAPI document. springdoc's own controller would write it for every request. Here the first request makes
 * it, and all others get the same bytes. Requests that come meanwhile wait without a thread.
 */
@Hidden
@RestController
final class OpenApiController {

    private static final String PATH = ControlPaths.BASE + "/openapi";
    private static final String YAML = PATH + ".yaml";

    private final OpenApiWebMvcResource springdoc;
    private final MadeOnce json = new MadeOnce();
    private final MadeOnce yaml = new MadeOnce();

    OpenApiController(
            ObjectFactory<OpenAPIService> documents,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        springdoc = new OpenApiWebMvcResource(
                documents, requests, responses, operations, properties, providers, customizers);
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<byte[]> json(HttpServletRequest request) throws JsonProcessingException {
        return json.get(() -> springdoc.openapiJson(request, PATH, Locale.ENGLISH));
    }

    @GetMapping(path = YAML, produces = "application/vnd.oai.openapi")
    CompletableFuture<byte[]> yaml(HttpServletRequest request) throws JsonProcessingException {
        return yaml.get(() -> springdoc.openapiYaml(request, YAML, Locale.ENGLISH));
    }
}
