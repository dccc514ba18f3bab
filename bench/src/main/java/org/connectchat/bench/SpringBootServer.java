package org.connectchat.bench;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The smallest application that serves a JSON request with Spring Boot, Tomcat, Spring MVC and Jackson, of the same versions as
 * the emulator. It shows what part of a start is theirs.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
@RestController
public class SpringBootServer {

    /** Starts on a free port. */
    public static void main(String[] arguments) {
        System.setProperty("spring.backgroundpreinitializer.ignore", "true"); // as the emulator does
        SpringApplication.run(SpringBootServer.class, "--server.port=0");
    }

    @PutMapping("/contact/chat")
    Map<String, Object> start(@RequestBody Map<String, Object> request) {
        return Map.of("ContactId", request.get("InstanceId"));
    }

    @EventListener
    void ready(WebServerInitializedEvent event) {
        System.out.println("Ready on port " + event.getWebServer().getPort());
    }
}
