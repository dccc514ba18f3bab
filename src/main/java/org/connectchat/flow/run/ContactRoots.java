package org.connectchat.flow.run;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The references that name data of the contact itself, such as {@code $.Attributes.name}, as the contact is now.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html">Contact attributes</a>
 */
final class ContactRoots {

    /** Rule F50: the language until UpdateContactData sets another one. */
    static final String DEFAULT_LANGUAGE = "en-US";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final AccountSettings account;

    ContactRoots(AccountSettings account) {
        this.account = account;
    }

    @Nullable
    JsonNode value(Contact contact, @Nullable Queue target, Reference reference) {
        List<String> segments = reference.segments();
        return switch (reference.root()) {
            case "Attributes" -> member(contact.attributes(), segments);
            case "Tags" -> member(contact.details().tags(), segments);
            case "SegmentAttributes" -> segment(contact.segmentAttributes(), segments);
            case "References" ->
                ReferenceValues.find(references(contact.details().references()), segments);
            case "Queue" -> ReferenceValues.find(queue(contact, target), segments);
            case "Media" -> segments.equals(List.of("InitialMessage")) ? text(initialMessage(contact)) : null;
            default -> segments.isEmpty() ? text(scalar(contact, reference.root())) : null;
        };
    }

    private @Nullable String scalar(Contact contact, String root) {
        return switch (root) {
            case "ContactId" -> contact.id();
            case "InitialContactId" -> contact.sessionId();
            case "PreviousContactId" -> previousContactId(contact);
            case "RelatedContactId" -> contact.lineage().relatedContactId();
            case "Channel" -> "CHAT";
            case "InitiationMethod" -> contact.initiationMethod().name();
            case "InstanceARN" -> instanceArn(contact);
            case "AwsRegion" -> account.region();
            case "CustomerId" -> contact.customerId();
            case "Name" -> contact.details().name();
            case "Description" -> contact.details().description();
            case "LanguageCode" -> languageCode(contact);
            default -> null;
        };
    }

    /** The contact before this one; the first contact of a session names itself. */
    static String previousContactId(Contact contact) {
        String previous = contact.lineage().previousContactId();
        return previous == null ? contact.id() : previous;
    }

    static String languageCode(Contact contact) {
        String code = contact.details().languageCode();
        return code == null ? DEFAULT_LANGUAGE : code;
    }

    String instanceArn(Contact contact) {
        String arn = account.arn(contact.instanceId(), "");
        return arn.substring(0, arn.length() - 1);
    }

    /** The initial message if it is text, else null. */
    static @Nullable String initialMessage(Contact contact) {
        ChatMessage initial = contact.terms().initialMessage();
        return initial == null || !initial.contentType().startsWith("text/") ? null : initial.content();
    }

    /** The queue that the flow has chosen, else the one that the contact is in. */
    private @Nullable ObjectNode queue(Contact contact, @Nullable Queue target) {
        if (target != null) {
            return queue(contact, target.name(), target.resource());
        }
        ContactDetails.QueueInfo current = contact.details().queue();
        return current == null ? null : queue(contact, current.name(), current.resource());
    }

    private ObjectNode queue(Contact contact, String name, String resource) {
        return NODES.objectNode().put("Name", name).put("ARN", account.arn(contact.instanceId(), resource));
    }

    private static ObjectNode references(Map<String, ContactDetails.Reference> references) {
        ObjectNode all = NODES.objectNode();
        references.forEach((name, reference) ->
                all.putObject(name).put("Type", reference.type()).put("Value", reference.value()));
        return all;
    }

    private static @Nullable JsonNode member(Map<String, String> values, List<String> segments) {
        if (segments.size() == 1) {
            return text(values.get(segments.get(0)));
        }
        if (!segments.isEmpty()) {
            return null;
        }
        ObjectNode all = NODES.objectNode();
        values.forEach(all::put);
        return all;
    }

    private static @Nullable JsonNode segment(
            @Nullable Map<String, SegmentAttributeValue> attributes, List<String> segments) {
        if (attributes == null || segments.isEmpty()) {
            return null;
        }
        SegmentAttributeValue value = attributes.get(segments.get(0));
        if (value == null) {
            return null;
        }
        if (segments.size() > 1) {
            return segment(value.valueMap(), segments.subList(1, segments.size()));
        }
        if (value.valueInteger() != null) {
            return NODES.numberNode(value.valueInteger());
        }
        return text(value.valueString() == null ? value.valueArn() : value.valueString());
    }

    private static @Nullable JsonNode text(@Nullable String value) {
        return value == null ? null : NODES.stringNode(value);
    }
}
