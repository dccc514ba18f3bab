package org.connectchat.control.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import org.connectchat.restjson.place.ControlPaths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the OpenAPI document. A test makes the document from the controllers and compares it with the files that are
 * served here.
 */
@Hidden
@RestController
final class OpenApiController {

    static final String JSON_PATH = ControlPaths.BASE + "/openapi";
    static final String YAML_PATH = JSON_PATH + ".yaml";

    private final PackagedFile json = new PackagedFile("/org/connectchat/control/openapi/openapi.json");
    private final PackagedFile yaml = new PackagedFile("/org/connectchat/control/openapi/openapi.yaml");

    @GetMapping(path = JSON_PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] json() {
        return json.bytes();
    }

    @GetMapping(path = YAML_PATH, produces = "application/vnd.oai.openapi")
    byte[] yaml() {
        return yaml.bytes();
    }
}
