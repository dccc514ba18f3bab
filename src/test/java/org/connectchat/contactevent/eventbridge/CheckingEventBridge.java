package org.connectchat.contactevent.eventbridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.testkit.Chat;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.JsonNode;

/**
 * A server that takes an event only if its request has the right signature and the shape of PutEvents, and fails and hangs as
 * a test tells it.
 */
final class CheckingEventBridge implements AutoCloseable {

    static final String KEY = "AKIDEXAMPLE";
    static final String SECRET = "a-secret";

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final int failing;
    private final int hanging;
    private volatile boolean down;

    /** Fails one call of so many, and hangs with one of so many. */
    CheckingEventBridge(int failing, int hanging) {
        this.failing = failing;
        this.hanging = hanging;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int number = calls.incrementAndGet();
            if (number % hanging == 0) {
                closing.await();
                return;
            }
            check(exchange, body);
            boolean fails = down || number % failing == 0;
            if (!fails) {
                taken.add(Chat.JSON.readTree(
                        Chat.JSON.readTree(body).at("/Entries/0/Detail").asString()));
            }
            byte[] response =
                    (fails ? "{}" : "{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"1\"}]}").getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(fails ? 503 : 200, response.length);
            exchange.getResponseBody().write(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(HttpExchange exchange, String body) {
        JsonNode put = Chat.JSON.readTree(body);
        JsonNode entry = put.at("/Entries/0");
        boolean isPutEvents = "AWSEvents.PutEvents".equals(header(exchange, "X-Amz-Target"))
                && put.path("Entries").size() == 1
                && entry.path("Source").asString().equals("aws.connect")
                && entry.path("DetailType").asString().equals("Amazon Connect Contact Event")
                && entry.path("Resources").size() == 2
                && entry.path("Time").isNumber();
        if (!isPutEvents) {
            wrong.add("the shape of " + body);
        }
        if (!authorization(exchange, body).equals(header(exchange, "Authorization"))) {
            wrong.add("the signature " + header(exchange, "Authorization"));
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    /** The header that a request with these signed headers must have. */
    private String authorization(HttpExchange exchange, String body) {
        String names = header(exchange, "Authorization").replaceFirst(".*SignedHeaders=([^,]*),.*", "$1");
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(url() + "/"));
        for (String name : names.split(";", -1)) {
            if (!name.equals("x-amz-date")) {
                request.putHeader(name, header(exchange, name));
            }
        }
        Instant signedAt = BASIC.parse(header(exchange, "X-Amz-Date"), Instant::from);
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create(KEY, SECRET))
                        .request(request.build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "events")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC)))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }

    void setDown(boolean isDown) {
        down = isDown;
    }

    /** The details of the events that it has taken, in the order in which they came. */
    List<JsonNode> taken() {
        return taken;
    }

    /** What was wrong with requests. */
    List<String> wrong() {
        return wrong;
    }

    int calls() {
        return calls.get();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
