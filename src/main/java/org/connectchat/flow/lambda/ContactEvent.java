package org.connectchat.flow.lambda;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a function is told of a chat contact (rules F52 and F53).
 *
 * @param queue the target queue, or null
 * @param references the references of the contact, by name
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html">Example JSON request to
 *     a Lambda function</a>
 */
public record ContactEvent(
        Map<String, String> attributes,
        String awsRegion,
        String contactId,
        @Nullable String customerId,
        @Nullable String description,
        String initialContactId,
        String initiationMethod,
        String instanceArn,
        String languageCode,
        @Nullable String name,
        @Nullable String previousContactId,
        @Nullable Queue queue,
        Map<String, Reference> references,
        @Nullable String relatedContactId,
        Map<String, SegmentAttribute> segmentAttributes,
        Map<String, String> tags) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A queue. */
    public record Queue(String arn, String name) {}

    /** A reference, such as a URL. */
    public record Reference(String type, String value) {}

    /** A segment attribute, of which one value is set. */
    public record SegmentAttribute(
            @Nullable String valueArn,
            @Nullable BigInteger valueInteger,
            @Nullable List<SegmentAttribute> valueList,
            @Nullable Map<String, SegmentAttribute> valueMap,
            @Nullable String valueString) {}

    /** The event of a call with these parameters, as JSON. */
    public String toJson(Map<String, String> parameters) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode details = event.putObject("Details");
        putContact(details.putObject("ContactData"));
        putTexts(details.putObject("Parameters"), parameters);
        event.put("Name", "ContactFlowEvent");
        return JSON.writeValueAsString(event);
    }

    private void putContact(ObjectNode contact) {
        putTexts(contact.putObject("Attributes"), attributes);
        contact.put("AwsRegion", awsRegion)
                .put("Channel", "CHAT")
                .put("ContactId", contactId)
                .putNull("CustomerEndpoint")
                .put("CustomerId", customerId)
                .put("Description", description)
                .put("InitialContactId", initialContactId)
                .put("InitiationMethod", initiationMethod)
                .put("InstanceARN", instanceArn)
                .put("LanguageCode", languageCode);
        contact.putObject("MediaStreams").putObject("Customer").putObject("Audio");
        contact.put("Name", name).put("PreviousContactId", previousContactId);
        putQueue(contact);
        ObjectNode all = contact.putObject("References");
        references.forEach((key, reference) ->
                all.putObject(key).put("Type", reference.type()).put("Value", reference.value()));
        contact.put("RelatedContactId", relatedContactId);
        putSegmentAttributes(contact.putObject("SegmentAttributes"), segmentAttributes);
        contact.putNull("SystemEndpoint");
        putTexts(contact.putObject("Tags"), tags);
    }

    private void putQueue(ObjectNode contact) {
        if (queue == null) {
            contact.putNull("Queue");
            return;
        }
        ObjectNode described =
                contact.putObject("Queue").put("ARN", queue.arn()).put("Name", queue.name());
        described.putObject("OutboundCallerId").putNull("Address").putNull("Type");
    }

    private static void putTexts(ObjectNode object, Map<String, String> texts) {
        texts.forEach(object::put);
    }

    private static void putSegmentAttributes(ObjectNode object, Map<String, SegmentAttribute> values) {
        values.forEach((key, value) -> putSegmentAttribute(object.putObject(key), value));
    }

    private static void putSegmentAttribute(ObjectNode object, SegmentAttribute value) {
        object.put("ValueArn", value.valueArn()).put("ValueInteger", value.valueInteger());
        if (value.valueList() == null) {
            object.putNull("ValueList");
        } else {
            ArrayNode list = object.putArray("ValueList");
            value.valueList().forEach(element -> putSegmentAttribute(list.addObject(), element));
        }
        if (value.valueMap() == null) {
            object.putNull("ValueMap");
        } else {
            putSegmentAttributes(object.putObject("ValueMap"), value.valueMap());
        }
        object.put("ValueString", value.valueString());
    }

    /** Without what may be about a customer. */
    @Override
    public String toString() {
        return "ContactEvent[" + contactId + "]";
    }
}
