package org.connectchat.chat.contact;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the flow of a chat has set for its contact. The contacts that follow in the session take it over, except the queue.
 *
 * @param customerId replaces the CustomerId of the request; null if no flow has set it
 * @param languageCode null until UpdateContactData sets it (rule F50)
 * @param wisdomSessionArn the session of an assistant that a flow has connected, or null
 * @param queue the queue that the contact is or was in, or null
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
        @Nullable QueueInfo queue) {

    /** Nothing is set. */
    public static final ContactDetails NONE =
            new ContactDetails(null, null, null, null, null, Map.of(), Map.of(), null);

    /** A reference that a flow has attached to its contact. */
    public record Reference(String type, String value) {}

    /**
     * The queue of a contact.
     *
     * @param resource the part of its ARN that follows the instance, such as {@code queue/sales}
     * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_QueueInfo.html">QueueInfo</a>
     */
    public record QueueInfo(String resource, String name, Instant enqueuedAt) {}

    /**
     * These details with changes: a text replaces the one before, an empty text removes it, null leaves it; tags and
     * references are added.
     *
     * @param changes their queue is not read
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
                queue);
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
        return queue == null && newQueue == null ? this : with(tags, newQueue);
    }

    public ContactDetails withTags(Map<String, String> newTags) {
        return with(Map.copyOf(newTags), queue);
    }

    private ContactDetails with(Map<String, String> newTags, @Nullable QueueInfo newQueue) {
        return new ContactDetails(
                name, description, customerId, languageCode, wisdomSessionArn, newTags, references, newQueue);
    }
}
