package org.connectchat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.item.TranscriptItem;
import org.connectchat.restjson.json.WireJson;

/**
 * The message that is published for an item (rules S13 and S14).
 *
 * @param id the MessageId in the HTTP forms; the same for each attempt
 * @param text the item as sockets show it, as JSON
 * @param attributes the message attributes, all of type String
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/sns-payload.html">Payload of message streaming</a>
 */
record TopicMessage(String id, TopicArn topic, String text, Map<String, String> attributes, Instant at) {

    static TopicMessage of(StreamedItem streamed, TopicArn topic, String accountId, WireJson json) {
        ChatItem item = streamed.item();
        return new TopicMessage(
                id(streamed), topic, json.text(TranscriptItem.live(item)), attributes(streamed, accountId), item.at());
    }

    private static String id(StreamedItem streamed) {
        String name = streamed.streamingId() + " " + streamed.item().id();
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    private static Map<String, String> attributes(StreamedItem streamed, String accountId) {
        ChatItem item = streamed.item();
        ChatItem.Author author = item.author();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("InitialContactId", item.initialContactId());
        attributes.put("ContactId", item.contactId());
        if (author != null) {
            attributes.put("ParticipantRole", author.role().name());
        }
        attributes.put("InstanceId", streamed.instanceId());
        attributes.put("AccountId", accountId);
        attributes.put("Type", item.type().name());
        attributes.put("ContentType", contentType(item));
        attributes.put("MessageVisibility", streamed.visibility().name());
        return attributes;
    }

    /** A file has the content type of its own, because SNS has no empty attributes. */
    private static String contentType(ChatItem item) {
        String contentType = item.contentType();
        return contentType != null ? contentType : item.attachments().get(0).contentType();
    }

    /** Without what participants wrote. */
    @Override
    public String toString() {
        return "TopicMessage[" + id + "]";
    }
}
