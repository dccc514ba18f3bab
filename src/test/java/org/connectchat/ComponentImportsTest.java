package org.connectchat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The list of components names each class that a scan finds; {@code -Dcomponents.write=true} writes the list again. */
@SameOnEveryJdk
class ComponentImportsTest {

    private static final Path LIST =
            Path.of("src/main/resources/META-INF/spring/org.connectchat.ComponentImports.imports");

    @Test
    void theListNamesEachComponentThatAScanFinds() throws IOException {
        List<String> found = scanned();

        if (Boolean.getBoolean("components.write")) {
            Files.write(LIST, found, UTF_8);
        }

        assertThat(Files.readAllLines(LIST, UTF_8)).containsExactlyElementsOf(found);
    }

    private static List<String> scanned() throws IOException {
        String classes = ConnectChatEmulator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        var scan = new ClassPathScanningCandidateComponentProvider(true);
        scan.addExcludeFilter(new AnnotationTypeFilter(SpringBootConfiguration.class));
        scan.addExcludeFilter(
                (reader, factory) -> !reader.getResource().getURL().toString().startsWith(classes));
        return scan.findCandidateComponents("org.connectchat").stream()
                .map(BeanDefinition::getBeanClassName)
                .sorted()
                .toList();
    }
}
