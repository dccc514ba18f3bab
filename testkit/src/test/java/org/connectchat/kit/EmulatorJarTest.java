package org.connectchat.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class EmulatorJarTest {

    private final String named = System.getProperty(EmulatorJar.PROPERTY);

    @TempDir
    private Path repository;

    @BeforeEach
    void nothingIsNamed() {
        System.clearProperty(EmulatorJar.PROPERTY);
        System.setProperty("maven.repo.local", repository.toString());
    }

    @AfterEach
    void restore() {
        System.setProperty(EmulatorJar.PROPERTY, named);
        System.clearProperty("maven.repo.local");
    }

    @Test
    void withoutAJarItSaysWhereItLooked() {
        assertThatThrownBy(EmulatorJar::find)
                .hasMessageContaining("connectchat.jar")
                .hasMessageContaining("CONNECTCHAT_JAR")
                .hasMessageContaining(repository.toString())
                .hasMessageContaining("./mvnw install -DskipTests");
    }

    @Test
    void theNewestOfTheLocalRepositoryIsTaken() throws Exception {
        Path older = installed("0.1.0", 1_000);
        Path newer = installed("0.2.0", 2_000_000);

        assertThat(EmulatorJar.find().path()).isEqualTo(newer).isNotEqualTo(older);
    }

    @Test
    void theNamedOneGoesFirst() throws Exception {
        installed("0.1.0", 1_000);
        Path other = Files.createFile(repository.resolve("other.jar"));
        System.setProperty(EmulatorJar.PROPERTY, other.toString());

        assertThat(EmulatorJar.find().path()).isEqualTo(other);
    }

    private Path installed(String version, long modified) throws Exception {
        Path folder = Files.createDirectories(
                repository.resolve("org/connectchat/connect-chat-emulator").resolve(version));
        Path jar = Files.createFile(folder.resolve("connect-chat-emulator-" + version + ".jar"));
        Files.createFile(folder.resolve("connect-chat-emulator-" + version + "-sources.jar"));
        assertThat(jar.toFile().setLastModified(modified)).isTrue();
        return jar;
    }
}
