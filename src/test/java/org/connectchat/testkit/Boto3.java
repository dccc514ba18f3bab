package org.connectchat.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** boto3 of this machine, told only where the emulator is and who calls; tests are skipped where it is not installed. */
public final class Boto3 {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Asked once: it takes a second to start Python. */
    private static final class Installed {

        static final boolean YES = installed();

        private static boolean installed() {
            try {
                return new Boto3(URI.create("http://localhost"), Map.of())
                                .process("import boto3")
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private final URI endpoint;
    private final Map<String, String> variables;

    private Boto3(URI endpoint, Map<String, String> variables) {
        this.endpoint = endpoint;
        this.variables = variables;
    }

    public static Boto3 at(URI endpoint) {
        return at(endpoint, Map.of("AWS_ACCESS_KEY_ID", "any", "AWS_SECRET_ACCESS_KEY", "thing"));
    }

    /** With credentials from environment variables. */
    public static Boto3 at(URI endpoint, Map<String, String> variables) {
        assumeTrue(Installed.YES, "python3 with boto3 is not installed here");
        return new Boto3(endpoint, variables);
    }

    /**
     * Runs a script with a client {@code connect}, and returns what it prints, which is JSON. Each response has to be as
     * boto3's model has it, and each error one that the model declares for its operation.
     */
    public JsonNode run(String script) throws IOException, InterruptedException {
        Process process = process("import boto3, json, modelled\nconnect = boto3.client('connect')\n" + script);
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return JSON.readTree(printed);
    }

    /** The folder of {@code modelled.py}. */
    private static String modules() {
        try {
            return Path.of(requireNonNull(Boto3.class.getResource("modelled.py"))
                            .toURI())
                    .getParent()
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private Process process(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", script).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        // What the developer has configured for the real service must not reach these calls.
        Path nothing = Files.createTempDirectory("boto3").resolve("nothing");
        environment.put("PYTHONPATH", modules());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("AWS_CONFIG_FILE", nothing.toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", nothing.toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL_CONNECT", endpoint.toString());
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
