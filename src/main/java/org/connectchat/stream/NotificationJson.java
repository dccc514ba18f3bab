package org.connectchat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.connectchat.restjson.json.Timestamps;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The notification that SNS makes of a message. It is not signed, because only AWS has the key.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">Example SNS message event of Lambda</a>
 */
final class NotificationJson {

    static final String TYPE = "Notification";

    private static final String NO_SIGNATURE = "NOT-SIGNED";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NotificationJson() {}

    static String of(TopicMessage message, TopicForm form) {
        return JSON.writeValueAsString(form == TopicForm.SNS ? notification(message) : event(message));
    }

    /** The ARN of the subscription that the address stands for. */
    static String subscription(TopicArn topic) {
        return topic + ":" + UUID.nameUUIDFromBytes(topic.text().getBytes(UTF_8));
    }

    private static ObjectNode notification(TopicMessage message) {
        ObjectNode notification = JSON.createObjectNode();
        notification
                .put("Type", TYPE)
                .put("MessageId", message.id())
                .put("TopicArn", message.topic().text())
                .put("Message", message.text())
                .put("Timestamp", Timestamps.text(message.at()))
                .put("SignatureVersion", "1")
                .put("Signature", NO_SIGNATURE)
                .put("SigningCertURL", certificate(message.topic()))
                .put("UnsubscribeURL", unsubscribe(message.topic()));
        putAttributes(notification, message);
        return notification;
    }

    /** Lambda spells two members otherwise, and has an empty subject. */
    private static ObjectNode event(TopicMessage message) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode notification = event.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put("EventSubscriptionArn", subscription(message.topic()))
                .putObject("Sns");
        notification
                .put("Type", TYPE)
                .put("MessageId", message.id())
                .put("TopicArn", message.topic().text())
                .putNull("Subject")
                .put("Message", message.text())
                .put("Timestamp", Timestamps.text(message.at()))
                .put("SignatureVersion", "1")
                .put("Signature", NO_SIGNATURE)
                .put("SigningCertUrl", certificate(message.topic()))
                .put("UnsubscribeUrl", unsubscribe(message.topic()));
        putAttributes(notification, message);
        return event;
    }

    private static void putAttributes(ObjectNode notification, TopicMessage message) {
        ObjectNode attributes = notification.putObject("MessageAttributes");
        message.attributes()
                .forEach((name, value) ->
                        attributes.putObject(name).put("Type", "String").put("Value", value));
    }

    private static String certificate(TopicArn topic) {
        return host(topic) + "SimpleNotificationService-" + NO_SIGNATURE + ".pem";
    }

    private static String unsubscribe(TopicArn topic) {
        return host(topic) + "?Action=Unsubscribe&SubscriptionArn=" + subscription(topic);
    }

    private static String host(TopicArn topic) {
        return "https://sns." + topic.region() + ".amazonaws.com/";
    }
}
