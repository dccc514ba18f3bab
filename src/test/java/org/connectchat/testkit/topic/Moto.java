package org.connectchat.testkit.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A moto_server of this machine, an SNS and SQS that others wrote; tests are skipped where it is not installed. */
public final class Moto implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final URI endpoint;

    private Moto(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    public static Moto start() throws IOException {
        assumeTrue(isInstalled(), "moto_server is not installed here");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Moto moto = new Moto(process, URI.create("http://127.0.0.1:" + port));
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(moto::isUp);
        return moto;
    }

    private static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(new File(folder, "moto_server").toPath())) {
                return true;
            }
        }
        return false;
    }

    private boolean isUp() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.resolve("/moto-api/")).build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Creates a topic and returns its ARN. */
    public String topic(String name) throws IOException, InterruptedException {
        return between(sns(Map.of("Action", "CreateTopic", "Name", name)), "<TopicArn>", "</TopicArn>");
    }

    /** Creates a queue that is subscribed to a topic by a filter policy; returns its URL. */
    public String queue(String name, String topicArn, String filterPolicy) throws IOException, InterruptedException {
        String url = sqs("CreateQueue", "{\"QueueName\": \"" + name + "\"}")
                .path("QueueUrl")
                .asString();
        String account = topicArn.split(":", -1)[4];
        sns(Map.of(
                "Action",
                "Subscribe",
                "TopicArn",
                topicArn,
                "Protocol",
                "sqs",
                "Endpoint",
                "arn:aws:sqs:us-east-1:" + account + ":" + name,
                "Attributes.entry.1.key",
                "FilterPolicy",
                "Attributes.entry.1.value",
                filterPolicy));
        return url;
    }

    /** Takes the next messages out of a queue, ten at most: the notifications that SNS put there. */
    public List<JsonNode> receive(String queueUrl) throws IOException, InterruptedException {
        JsonNode received = sqs("ReceiveMessage", "{\"QueueUrl\": \"" + queueUrl + "\", \"MaxNumberOfMessages\": 10}");
        List<JsonNode> notifications = new ArrayList<>();
        ObjectNode handled = Chat.JSON.createObjectNode().put("QueueUrl", queueUrl);
        for (JsonNode message : received.path("Messages")) {
            notifications.add(Chat.JSON.readTree(message.path("Body").asString()));
            handled.withArray("Entries")
                    .addObject()
                    .put("Id", String.valueOf(notifications.size()))
                    .put("ReceiptHandle", message.path("ReceiptHandle").asString());
        }
        if (!notifications.isEmpty()) {
            sqs("DeleteMessageBatch", handled.toString());
        }
        return notifications;
    }

    private String sns(Map<String, String> parameters) throws IOException, InterruptedException {
        String form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send("sns", form + "&Version=2010-03-31", "Content-Type", "application/x-www-form-urlencoded");
    }

    private JsonNode sqs(String action, String json) throws IOException, InterruptedException {
        return Chat.JSON.readTree(
                send("sqs", json, "Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "AmazonSQS." + action));
    }

    private String send(String service, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .headers(headers)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
