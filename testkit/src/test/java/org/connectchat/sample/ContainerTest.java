package org.connectchat.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.connectchat.kit.client.EmulatorException;
import org.connectchat.kit.container.ConnectChatContainer;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;

/** The same emulator in a container. */
class ContainerTest {

    /** Where an engine with the image was started for this test, it must not be skipped. */
    private static final boolean REQUIRED = Boolean.getBoolean("container.required");

    @Test
    void itStartsWithItsSettingsAndFlows() {
        assumeTrue(
                REQUIRED || DockerClientFactory.instance().isDockerAvailable(),
                "No Docker engine can be reached here, so the container was not tried.");
        try (ConnectChatContainer emulator =
                new ConnectChatContainer().withConcurrentActiveChats(3).withFlows(Path.of("src/test/flows"))) {
            try {
                emulator.start();
            } catch (IllegalStateException e) {
                assumeTrue(REQUIRED || !(e.getCause() instanceof ContainerFetchException), e.getMessage());
                throw e;
            }

            assertThat(emulator.client().settings().read().quotas().concurrentActiveChats())
                    .isEqualTo(3);
            assertThat(emulator.client().flows().list().flows())
                    .extracting("id")
                    .contains("hello");
            assertThat(emulator.client().clock().advance(Duration.ofMinutes(5)).offset())
                    .isGreaterThan(Duration.ofMinutes(4));
            assertThat(catchRefusal(emulator).fields()).containsExactly("by");
        }
    }

    private static EmulatorException catchRefusal(ConnectChatContainer emulator) {
        try {
            emulator.client().clock().advance(Duration.ofMinutes(-1));
            throw new AssertionError("A step back was accepted.");
        } catch (EmulatorException e) {
            assertThat(e.status()).isEqualTo(400);
            return e;
        }
    }
}
