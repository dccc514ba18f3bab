package org.connectchat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows what {@code server.ssl} settings bring: https and wss, and a ready line that names them. */
@ExtendWith(OutputCaptureExtension.class)
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    @Rule("D3")
    void withACertificateEverythingIsHttpsAndWss(CapturedOutput log) throws Exception {
        Path keyStore = certificate();
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(keyStore)).build();
        try (Emulator emulator =
                Emulator.own("server.ssl.key-store=" + keyStore.toUri(), "server.ssl.key-store-password=" + PASSWORD)) {
            String endpoint = "https://localhost:" + emulator.port();
            assertThat(log).contains("Use it with: export AWS_ENDPOINT_URL_CONNECT=" + endpoint + " ");

            JsonNode chat = JSON.readTree(post(client, endpoint + "/contact/chat", Emulator.SMALLEST_START)
                    .body());
            String token = chat.path("ParticipantToken").asString();
            JsonNode connection =
                    JSON.readTree(post(client, endpoint + "/participant/connection", """
                    {"Type": ["WEBSOCKET"]}""", "X-Amz-Bearer", token)
                            .body());
            String url = connection.at("/Websocket/Url").asString();

            assertThat(url).startsWith("wss://localhost:" + emulator.port() + "/");
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(url), new WebSocket.Listener() {})
                    .get(30, TimeUnit.SECONDS);
            socket.abort();
            assertThat(emulator.send("GET", "/actuator/health", null).status()).isEqualTo(400);
        }
    }

    @Test
    @Rule("R23")
    void noRequestOfManyIsLostWithTls() throws Exception {
        Path keyStore = certificate();
        String one = "GET /nothing/here HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String last = one.replace("localhost", "localhost\r\nConnection: close");
        try (Emulator emulator = Emulator.own(
                        "server.ssl.key-store=" + keyStore.toUri(), "server.ssl.key-store-password=" + PASSWORD);
                Socket client = trusting(keyStore).getSocketFactory().createSocket("localhost", emulator.port())) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write((one.repeat(100) + last).getBytes(US_ASCII));

            String responses = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(responses.split("HTTP/1.1 404", -1)).hasSize(102);
        }
    }

    private Path certificate() throws Exception {
        Path keyStore = folder.resolve("emulator.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String options = "-genkeypair -alias emulator -keyalg RSA -keysize 2048 -dname CN=localhost"
                + " -ext SAN=dns:localhost -storetype PKCS12 -storepass " + PASSWORD + " -keystore ";
        int exit = new ProcessBuilder((keytool + " " + options + keyStore).split(" "))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        return keyStore;
    }

    private static SSLContext trusting(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("emulator", keys.getCertificate("emulator"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> post(HttpClient client, String url, String json, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
