package org.connectchat.chat.contact;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What flows and operations have set for a contact. The contacts that follow in the session take it over, except the queue.
 *
 * @param customerId replaces the CustomerId of the request; null if no flow has set it
 * @param languageCode null until UpdateContactData sets it (rule F50)
 * @param wisdomSessionArn the session of an assistant that a flow has connected, or null
 * @param queue the queue that the contact is or was in, or null
 * @param segmentAttributes what was set since the start; they replace those of the start
 * @param routing the order in which the contact gets an agent
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Contact.html">Contact</a>
 */
public record ContactDetails(
        @Nullable String name,
        @Nullable String description,
        @Nullable String customerId,
        @Nullable String languageCode,
        @Nullable String wisdomSessionArn,
        Map<String, String> tags,
        Map<String, Reference> references,
        @Nullable QueueInfo queue,
        Map<String, SegmentAttributeValue> segmentAttributes,
        RoutingData routing) {

    /** Nothing is set. */
    public static final ContactDetails NONE =
            new ContactDetails(null, null, null, null, null, Map.of(), Map.of(), null);

    /** Without segment attributes and routing data. */
    public ContactDetails(
            @Nullable String name,
            @Nullable String description,
            @Nullable String customerId,
            @Nullable String languageCode,
            @Nullable String wisdomSessionArn,
            Map<String, String> tags,
            Map<String, Reference> references,
            @Nullable QueueInfo queue) {
        this(
                name,
                description,
                customerId,
                languageCode,
                wisdomSessionArn,
                tags,
                references,
                queue,
                Map.of(),
                RoutingData.NONE);
    }

    /**
     * A reference that is attached to a contact.
     *
     * @param value empty if the reference has none
     * @param status of an attachment
     * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Reference.html">Reference</a>
     */
    public record Reference(
            String type,
            String value,
            @Nullable String status,
            @Nullable String arn,
            @Nullable String statusReason) {

        /** A reference with a type and a value. */
        public Reference(String type, String value) {
            this(type, value, null, null, null);
        }
    }

    /**
     * The queue of a contact.
     *
     * @param resource the part of its ARN that follows the instance, such as {@code queue/sales}
     * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_QueueInfo.html">QueueInfo</a>
     */
    public record QueueInfo(String resource, String name, Instant enqueuedAt) {}

    /**
     * These details with changes: a text replaces the one before, an empty text removes it, null leaves it; tags,
     * references and segment attributes are added.
     *
     * @param changes their queue and routing data are not read
     */
    public ContactDetails changed(ContactDetails changes) {
        return new ContactDetails(
                changed(name, changes.name),
                changed(description, changes.description),
                changed(customerId, changes.customerId),
                changed(languageCode, changes.languageCode),
                changed(wisdomSessionArn, changes.wisdomSessionArn),
                merged(tags, changes.tags),
                merged(references, changes.references),
                queue,
                merged(segmentAttributes, changes.segmentAttributes),
                routing);
    }

    private static @Nullable String changed(@Nullable String before, @Nullable String change) {
        if (change == null) {
            return before;
        }
        return change.isEmpty() ? null : change;
    }

    private static <V> Map<String, V> merged(Map<String, V> before, Map<String, V> changes) {
        if (changes.isEmpty()) {
            return before;
        }
        Map<String, V> merged = new HashMap<>(before);
        merged.putAll(changes);
        return Map.copyOf(merged);
    }

    public ContactDetails withQueue(@Nullable QueueInfo newQueue) {
        return queue == null && newQueue == null ? this : with(tags, newQueue, routing);
    }

    public ContactDetails withTags(Map<String, String> newTags) {
        return with(Map.copyOf(newTags), queue, routing);
    }

    public ContactDetails withRouting(RoutingData newRouting) {
        return with(tags, queue, newRouting);
    }

    private ContactDetails with(Map<String, String> newTags, @Nullable QueueInfo newQueue, RoutingData newRouting) {
        return new ContactDetails(
                name,
                description,
                customerId,
                languageCode,
                wisdomSessionArn,
                newTags,
                references,
                newQueue,
                segmentAttributes,
                newRouting);
    }
}
