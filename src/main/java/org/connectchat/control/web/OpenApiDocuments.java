package org.connectchat.control.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Serves the OpenAPI document. springdoc would write it anew for every request, which takes milliseconds; here the first
 * request makes it, as JSON or as YAML, and the others get the same bytes.
 */
final class OpenApiDocuments extends OpenApiWebMvcResource {

    private final ReentrantLock making = new ReentrantLock();
    private volatile byte @Nullable [] json;
    private volatile byte @Nullable [] yaml;

    OpenApiDocuments(
            ObjectFactory<OpenAPIService> documents,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(documents, requests, responses, operations, properties, providers, customizers);
    }

    @Override
    public byte[] openapiJson(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        byte[] made = json;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            made = json;
            if (made == null) {
                made = super.openapiJson(request, path, locale);
                json = made;
            }
            return made;
        } finally {
            making.unlock();
        }
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        byte[] made = yaml;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            made = yaml;
            if (made == null) {
                made = super.openapiYaml(request, path, locale);
                yaml = made;
            }
            return made;
        } finally {
            making.unlock();
        }
    }
}
