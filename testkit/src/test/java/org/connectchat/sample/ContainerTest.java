package org.connectchat.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import org.connectchat.kit.client.EmulatorClient;
import org.connectchat.kit.client.EmulatorException;
import org.connectchat.kit.container.ConnectChatContainer;
import org.connectchat.kit.junit.ConnectChatTest;
import org.connectchat.kit.junit.ConnectChatTest.Mode;
import org.connectchat.kit.junit.ConnectChatTest.Scope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.services.connect.ConnectClient;

/** The same emulator in a container. */
@EnabledIf(value = "canRun", disabledReason = "there is no Docker engine here that has the image of the emulator")
class ContainerTest {

    /** Where an engine with the image was started for this test, it must not be skipped. */
    static boolean canRun() {
        return Boolean.getBoolean("container.required")
                || DockerClientFactory.instance().isDockerAvailable() && hasImage();
    }

    private static boolean hasImage() {
        try {
            DockerClientFactory.instance()
                    .client()
                    .inspectImageCmd(System.getProperty(ConnectChatContainer.IMAGE_PROPERTY))
                    .exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Test
    void itStartsWithItsSettingsAndFlows() {
        try (ConnectChatContainer emulator =
                new ConnectChatContainer().withConcurrentActiveChats(3).withFlows(Path.of("src/test/flows"))) {
            emulator.start();

            EmulatorClient client = emulator.client();
            assertThat(client.settings().read().quotas().concurrentActiveChats())
                    .isEqualTo(3);
            assertThat(client.flows().list().flows()).extracting("id").contains("hello");
            EmulatorException refusal = catchThrowableOfType(
                    EmulatorException.class, () -> client.clock().advance(Duration.ofMinutes(-1)));
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.fields()).containsExactly("by");
        }
    }

    @Nested
    @ConnectChatTest(mode = Mode.CONTAINER, scope = Scope.CLASS, settings = "emulator.region=eu-west-1")
    class OfTheAnnotation {

        @Test
        void itCarriesChats(ConnectClient connect, EmulatorClient emulator, ConnectChatContainer container) {
            String contactId =
                    new SupportDesk(connect, "my-instance").open("Ada").contactId();

            assertThat(emulator.contacts().get(contactId).displayName()).isEqualTo("Ada");
            assertThat(container.getLogs()).contains("Ready on port");
        }
    }
}
