package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.connectchat.testkit.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that {@code management.server.port} gives health and metrics a port of their own. */
@ExtendWith(OutputCaptureExtension.class)
class ManagementPortTest {

    @Test
    void healthAndMetricsMoveToThatPort(CapturedOutput log) throws Exception {
        try (Emulator emulator = Emulator.own("management.server.port=0")) {
            URI management = URI.create("http://localhost:" + emulator.setting("local.management.port"));

            assertThat(get(management, "/actuator/health/liveness").body()).contains("\"status\":\"UP\"");
            assertThat(get(management, "/actuator/prometheus").body()).contains("connectchat_active_chats_quota");
            assertThat(get(emulator.endpoint(), "/actuator/health").statusCode())
                    .isEqualTo(404);
            assertThat(emulator.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
            assertThat(log).contains("Ready on port " + emulator.port() + ".").containsOnlyOnce("Ready on port");
        }
    }

    @Test
    void whatIsNotServedThereIsNotFoundAndNoFailure(CapturedOutput log) throws Exception {
        try (Emulator emulator = Emulator.own("management.server.port=0")) {
            URI management = URI.create("http://localhost:" + emulator.setting("local.management.port"));

            for (String path : new String[] {"/", "/contact/chat", "/_emulator/contacts", "/actuator/env"}) {
                assertThat(get(management, path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(log).doesNotContain("Exception");
        }
    }

    private static HttpResponse<String> get(URI endpoint, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
