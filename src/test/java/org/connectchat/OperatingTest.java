package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Shows what an operator sees of the emulator: its health, and its lines in the log at the start. */
@ExtendWith(OutputCaptureExtension.class)
class OperatingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthSupportsGetAndHead(String path) {
        Emulator emulator = Emulator.unthrottled();

        Answer get = emulator.send("GET", path, null);
        Answer head = emulator.send("HEAD", path, null);

        assertThat(get.status()).isEqualTo(200);
        assertThat(get.text("status")).isEqualTo("UP");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void healthTellsNoDetails() {
        assertThat(Emulator.unthrottled()
                        .send("GET", "/actuator/health", null)
                        .json()
                        .propertyNames())
                .isSubsetOf("status", "groups");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/env",
                "/beans",
                "/metrics",
                "/loggers",
                "/mappings",
                "/configprops",
                "/threaddump",
                "/heapdump",
                "/shutdown",
                "/conditions",
                "/health/unknown"
            })
    void nothingElseOfTheActuatorIsThere(String endpoint) {
        for (String method : new String[] {"GET", "POST"}) {
            Answer answer = Emulator.unthrottled().send(method, "/actuator" + endpoint, BodyPublishers.ofString("{}"));

            assertThat(answer.status()).isIn(404, 405);
            assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
            assertThat(answer.body()).doesNotContain("java.").doesNotContain("_links");
        }
    }

    @Test
    void theReadyLineHasTheChosenPortAndTheExportsToPaste(CapturedOutput log) {
        try (Emulator emulator = Emulator.own()) {
            assertThat(emulator.port()).isPositive();

            String line = lineWith("export ", log);

            assertThat(line)
                    .contains("INFO")
                    .contains("AWS_ENDPOINT_URL_CONNECT=http://localhost:" + emulator.port() + " ")
                    .contains("AWS_ENDPOINT_URL_CONNECTPARTICIPANT=http://localhost:" + emulator.port() + " # ");
        }
    }

    @Test
    void theExportsNameThePublicUrlIfThereIsOne(CapturedOutput log) {
        try (Emulator emulator = Emulator.own("emulator.public-url=https://chat.example:8443")) {
            String line = lineWith("export ", log);

            assertThat(line)
                    .contains(String.valueOf(emulator.port()))
                    .contains("AWS_ENDPOINT_URL_CONNECT=https://chat.example:8443 ")
                    .contains("AWS_ENDPOINT_URL_CONNECTPARTICIPANT=https://chat.example:8443 # ");
        }
    }

    @Test
    @Rule("V40")
    void infoAndTheReadyLineNameVersionAndCommit(CapturedOutput log) throws IOException {
        Properties written = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/build-info.properties")) {
            written.load(file);
        }
        String version = written.getProperty("build.version");
        String commit = written.getProperty("build.commit");
        try (Emulator emulator = Emulator.own()) {
            JsonNode build = emulator.send("GET", "/actuator/info", null).json().path("build");

            assertThat(version).isEqualTo(versionOfThePom());
            assertThat(build.path("version").asString()).isEqualTo(version);
            assertThat(build.path("commit").asString("")).isEqualTo(commit);
            assertThat(lineWith("export ", log))
                    .endsWith(" # connect-chat-emulator " + version + (commit.isEmpty() ? "" : ", commit " + commit));
        }
    }

    private static String versionOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        return pom.replaceFirst("(?s).*<artifactId>connect-chat-emulator</artifactId>\\s*<version>([^<]+)<.*", "$1");
    }

    private static String lineWith(String text, CapturedOutput log) {
        return log.toString()
                .lines()
                .filter(line -> line.contains(text))
                .reduce((one, other) -> {
                    throw new AssertionError("More than one line with " + text + ": " + one + "\n" + other);
                })
                .orElseThrow(() -> new AssertionError("No line with " + text + " in: " + log));
    }
}
