package org.connectchat.control.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.connectchat.ConnectChatEmulator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** Makes the OpenAPI document from the controllers of the control API: an emulator with springdoc. */
final class DocumentMaker implements AutoCloseable {

    private static final String PATH = "/_emulator/springdoc";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext emulator;

    private DocumentMaker(ConfigurableApplicationContext emulator) {
        this.emulator = emulator;
    }

    static DocumentMaker start() {
        SpringApplication application = new SpringApplication(ConnectChatEmulator.class, WithSpringdoc.class);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(OpenApiCustomization.class);
            beans.registerBean(SharedDescriptions.class);
        });
        return new DocumentMaker(application.run(
                "--server.port=0",
                "--springdoc.api-docs.enabled=true",
                "--springdoc.api-docs.path=" + PATH,
                "--springdoc.packages-to-scan=org.connectchat.control",
                "--springdoc.override-with-generic-response=false",
                "--springdoc.default-produces-media-type=application/json",
                "--springdoc.default-flat-param-object=true",
                "--springdoc.disable-i18n=true",
                "--springdoc.writer-with-order-by-keys=true",
                "--logging.level.org.springdoc=ERROR"));
    }

    String json() throws IOException, InterruptedException {
        return get(PATH);
    }

    String yaml() throws IOException, InterruptedException {
        return get(PATH + ".yaml");
    }

    private String get(String path) throws IOException, InterruptedException {
        String port = emulator.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        emulator.close();
    }

    /** Springdoc comes as auto-configurations. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {ErrorMvcAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
    static class WithSpringdoc {}
}
