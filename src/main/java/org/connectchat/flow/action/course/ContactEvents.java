package org.connectchat.flow.action.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.lambda.ContactEvent;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the event that a Lambda function gets: the contact at the moment when the action runs (rules F52 and F53). */
final class ContactEvents {

    private ContactEvents() {}

    static ContactEvent of(Step step) {
        Contact contact = step.chat().contact();
        return new ContactEvent(
                contact.attributes(),
                step.chat().account().region(),
                contact.id(),
                contact.customerId(),
                contact.details().description(),
                contact.sessionId(),
                contact.initiationMethod().name(),
                Objects.requireNonNullElse(text(step, "InstanceARN"), ""),
                step.chat().languageCode(),
                contact.details().name(),
                text(step, "PreviousContactId"),
                queue(step),
                references(contact),
                contact.lineage().relatedContactId(),
                segmentAttributes(contact.segmentAttributes()),
                tags(contact));
    }

    private static @Nullable String text(Step step, String root) {
        JsonNode value = step.value(new Reference(root, List.of()));
        return value == null ? null : ReferenceValues.text(value);
    }

    private static ContactEvent.@Nullable Queue queue(Step step) {
        Queue target = step.chat().data().target();
        return target == null
                ? null
                : new ContactEvent.Queue(
                        step.chat().account().arn(step.chat().contact().instanceId(), target.resource()),
                        target.name());
    }

    private static Map<String, ContactEvent.Reference> references(Contact contact) {
        Map<String, ContactEvent.Reference> references = new LinkedHashMap<>();
        contact.details()
                .references()
                .forEach((name, reference) ->
                        references.put(name, new ContactEvent.Reference(reference.type(), reference.value())));
        return references;
    }

    private static Map<String, ContactEvent.SegmentAttribute> segmentAttributes(
            Map<String, SegmentAttributeValue> values) {
        Map<String, ContactEvent.SegmentAttribute> attributes = new LinkedHashMap<>();
        values.forEach((name, value) -> attributes.put(name, segmentAttribute(value)));
        return attributes;
    }

    private static ContactEvent.SegmentAttribute segmentAttribute(SegmentAttributeValue value) {
        return new ContactEvent.SegmentAttribute(
                value.valueArn(),
                value.valueInteger(),
                value.valueList() == null
                        ? null
                        : value.valueList().stream()
                                .map(ContactEvents::segmentAttribute)
                                .toList(),
                value.valueMap() == null ? null : segmentAttributes(value.valueMap()),
                value.valueString());
    }

    /** The tags of the contact, and the one that the service sets on every contact. */
    private static Map<String, String> tags(Contact contact) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("aws:connect:instanceId", contact.instanceId());
        tags.putAll(contact.details().tags());
        return tags;
    }
}
