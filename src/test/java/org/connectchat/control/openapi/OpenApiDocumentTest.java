package org.connectchat.control.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;

/**
 * Shows that the OpenAPI document that is served is the one that the controllers describe. With {@code -Dopenapi.write=true}
 * it writes the document.
 */
@SameOnEveryJdk
class OpenApiDocumentTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/connectchat/control/openapi");

    @Test
    @Rule("C11")
    void theDocumentIsTheOneThatTheControllersDescribe() throws Exception {
        try (DocumentMaker maker = DocumentMaker.start()) {
            isUpToDate(FOLDER.resolve("openapi.json"), maker.json());
            isUpToDate(FOLDER.resolve("openapi.yaml"), maker.yaml());
        }
    }

    private static void isUpToDate(Path document, String expected) throws Exception {
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(document, expected);
        }
        assertThat(document)
                .as("make it again with: ./mvnw test -Dtest=OpenApiDocumentTest -Dopenapi.write=true")
                .hasContent(expected);
    }
}
