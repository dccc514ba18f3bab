package org.connectchat.control.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.connectchat.restjson.place.ControlPaths;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Serves the page on which people try the control API: Swagger UI, which loads all it needs from the emulator. */
@Hidden
@RestController
final class ApiPageController {

    private static final String PAGE = ControlPaths.BASE + "/swagger-ui/";
    private static final String OWN_FILES = "org/connectchat/control/openapi/page/";

    @GetMapping(ControlPaths.BASE + "/docs")
    ResponseEntity<Void> page() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(PAGE + "index.html"))
                .build();
    }

    @GetMapping(PAGE + "{file:[a-z0-9-]+\\.(?:html|js|css|png)}")
    ResponseEntity<Resource> file(@PathVariable String file) throws IOException, NoResourceFoundException {
        Resource resource = new ClassPathResource(OWN_FILES + file);
        if (!resource.exists()) {
            resource = new ClassPathResource(SwaggerUi.FILES + file);
        }
        if (!resource.exists()) {
            throw new NoResourceFoundException(HttpMethod.GET, PAGE + file, file);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaTypeFactory.getMediaType(file).orElseThrow())
                .contentLength(resource.contentLength())
                // Spring serves parts of other resources, and responds to a Range that it cannot read with 416 or 500.
                .body(new InputStreamResource(resource, file));
    }

    /** Where the WebJar has its files. The first request reads the version, which is part of the path. */
    private static final class SwaggerUi {

        static final String FILES = "META-INF/resources/webjars/swagger-ui/" + version() + "/";

        private static String version() {
            try {
                return PropertiesLoaderUtils.loadProperties(
                                new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"))
                        .getProperty("version");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
