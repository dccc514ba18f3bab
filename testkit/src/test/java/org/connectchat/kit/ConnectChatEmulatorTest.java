package org.connectchat.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.connectchat.kit.client.EmulatorClient;
import org.connectchat.kit.client.EmulatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectChatEmulatorTest {

    @Test
    void itStartsWithItsSettingsAndEndsAtTheStop() throws Exception {
        ConnectChatEmulator emulator = new ConnectChatEmulator()
                .withConcurrentActiveChats(3)
                .withoutThrottling()
                .withSampleFlows("greeter");
        ProcessHandle process;
        EmulatorClient client;
        try (emulator) {
            emulator.start();
            emulator.start(); // has no effect
            process = emulator.process();
            client = emulator.client();

            assertThat(client.settings().read().quotas().concurrentActiveChats())
                    .isEqualTo(3);
            assertThat(client.settings().read().throttling().enabled()).isFalse();
            assertThat(client.flows().list().flows()).extracting("id").contains("greeter");
            assertThat(emulator.log())
                    .contains("Ready on port " + emulator.endpoint().getPort());
        }

        assertThat(process.isAlive()).isFalse();
        assertThatThrownBy(client::reset)
                .isInstanceOf(EmulatorException.class)
                .hasMessageContaining("does not respond");
        assertThatThrownBy(emulator::endpoint).hasMessageContaining("call start() first");
    }

    @Test
    void aFailedStartShowsTheEndOfTheLog(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("emulator.log");
        try (ConnectChatEmulator emulator = new ConnectChatEmulator()
                .withSetting("emulator.regoin", "eu-west-1")
                .withLogFile(log)) {
            assertThatThrownBy(emulator::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("instead of starting")
                    .hasMessageContaining("emulator.regoin");
        }
        assertThat(Files.readString(log)).contains("emulator.regoin");
    }

    @Test
    void aStartThatTakesTooLongEndsTheProcess() {
        Set<ProcessHandle> before = guarded(); // emulators of other tests may go on until the end of the run
        try (ConnectChatEmulator emulator = new ConnectChatEmulator().withStartTimeout(Duration.ofMillis(1))) {
            assertThatThrownBy(emulator::start).hasMessageContaining("was not ready within");
        }
        assertThat(before).containsAll(guarded());
    }

    private static Set<ProcessHandle> guarded() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(Guard.class.getName()))
                .collect(Collectors.toSet());
    }

    @Test
    void aJarThatIsNotThereIsNamed() {
        try (ConnectChatEmulator emulator = new ConnectChatEmulator().withJar(Path.of("nowhere", "emulator.jar"))) {
            assertThatThrownBy(emulator::start)
                    .hasMessageContaining(Path.of("nowhere", "emulator.jar").toString())
                    .hasMessageContaining("./mvnw package -DskipTests");
        }
    }

    @Test
    void anotherJarIsRefused() throws Exception {
        Path other =
                Path.of(Objects.requireNonNull(Test.class.getProtectionDomain().getCodeSource())
                        .getLocation()
                        .toURI());
        try (ConnectChatEmulator emulator = new ConnectChatEmulator().withJar(other)) {
            assertThatThrownBy(emulator::start).hasMessageContaining("is not the jar of the emulator");
        }
    }

    @Test
    void itEndsWhenThisJvmIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-D" + EmulatorJar.PROPERTY + "=" + System.getProperty(EmulatorJar.PROPERTY),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String pid = parent.inputReader().readLine();
        ProcessHandle emulator = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

        parent.destroyForcibly().waitFor();

        emulator.onExit().get(30, TimeUnit.SECONDS);
    }

    /** A JVM that starts an emulator, says which process it is, and goes on. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] args) throws InterruptedException {
            ConnectChatEmulator emulator = new ConnectChatEmulator();
            emulator.start();
            System.out.println(emulator.process().pid());
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
