package org.connectchat.testkit;

import java.util.List;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.TopicServer.Notification;
import tools.jackson.databind.JsonNode;

/** A streamed chat as a test sees it. Its topics stand for addresses of one server, which all tests share. */
public final class Streamed {

    /** A topic whose messages come in the form of SNS. */
    public static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:items";

    /** A topic whose messages come in the form of Lambda. */
    public static final String LAMBDA_TOPIC = "arn:aws:sns:us-east-1:000000000000:function";

    /** A topic that no address stands for. */
    public static final String UNKNOWN_TOPIC = "arn:aws:sns:us-east-1:000000000000:nowhere";

    public static final TopicServer SERVER = new TopicServer();

    /** Shared by all tests; it never throttles, and tries again soon. */
    public static final Emulator EMULATOR = Emulator.with(
            "emulator.throttling.enabled=false",
            "emulator.quotas.concurrent-active-chats=1000000",
            "emulator.streaming.topics[0].arn=" + TOPIC,
            "emulator.streaming.topics[0].url=" + SERVER.url() + "/sns",
            "emulator.streaming.topics[1].arn=" + LAMBDA_TOPIC,
            "emulator.streaming.topics[1].url=" + SERVER.url() + "/lambda",
            "emulator.streaming.topics[1].form=lambda",
            "emulator.delivery.timeout=2s",
            "emulator.delivery.max-pause=100ms",
            "emulator.delivery.after-end=1s");

    public static final Control CONTROL = new Control(EMULATOR);

    private Streamed() {}

    /** StartContactStreaming. */
    public static Answer start(String contactId, String topicArn, String clientToken) {
        return EMULATOR.send("POST", "/contact/start-streaming", """
                {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "%s",
                 "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(contactId, clientToken, topicArn));
    }

    /** StartContactStreaming, which has to work; returns the StreamingId. */
    public static String started(String contactId, String topicArn) {
        return Party.worked(start(contactId, topicArn, "")).text("StreamingId");
    }

    /** StopContactStreaming. */
    public static Answer stop(String contactId, String streamingId) {
        return EMULATOR.send("POST", "/contact/stop-streaming", """
                {"InstanceId": "an-instance", "ContactId": "%s", "StreamingId": "%s"}""".formatted(contactId, streamingId));
    }

    /** What the control API shows of a streaming. */
    public static JsonNode view(String contactId, String streamingId) {
        for (JsonNode streaming :
                CONTROL.get("/contacts/" + contactId + "/streamings").path("streamings")) {
            if (streaming.path("streamingId").asString().equals(streamingId)) {
                return streaming;
            }
        }
        throw new AssertionError("There is no streaming " + streamingId);
    }

    /** Awaits counts, and returns what the control API shows then. */
    public static JsonNode awaited(String contactId, String streamingId, String json) {
        return CONTROL.post("/contacts/" + contactId + "/streamings/" + streamingId + "/await", json);
    }

    /** The first messages that come to the topic in the form of SNS, once there are so many. */
    public static List<Notification> messages(String contactId, String streamingId, int count) {
        awaited(contactId, streamingId, "{\"delivered\": " + count + "}");
        return SERVER.taken("/sns", contactId).subList(0, count);
    }
}
