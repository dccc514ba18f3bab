package org.connectchat.flow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LazyClientsTest {

    private static final String OF_CLIENTS = ".*\\b(org\\.connectchat\\.flow\\.lambda\\.LambdaEndpoint"
            + "|software\\.amazon\\.awssdk\\.(core|services)\\.\\S+|jdk\\.internal\\.net\\.http\\.HttpClientImpl) .*";

    @Test
    @Rule("F58")
    void aStartLoadsNeitherTheAwsSdkNorAnHttpClient(@TempDir Path directory) {
        try (ChildEmulator emulator = ChildEmulator.start(
                directory,
                List.of("-Xlog:class+load"),
                "emulator.flows.lambda.endpoint=http://localhost:1",
                "emulator.streaming.endpoint=http://localhost:1",
                "emulator.flows.lambda.functions[" + Calls.ARN + "]=http://localhost:1")) {
            List<String> loaded = emulator.output().lines().toList();

            assertThat(loaded).anyMatch(line -> line.contains("org.connectchat.flow.lambda.LambdaFunctions "));
            assertThat(loaded.stream().filter(line -> line.matches(OF_CLIENTS))).isEmpty();
        }
    }
}
