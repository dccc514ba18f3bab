package org.connectchat.chat.contact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the flow of a chat has set for its contact. The contacts that follow in the session take it over, except the queue.
 *
 * @param customerId replaces the CustomerId of the request; null if no flow has set it
 * @param languageCode null until UpdateContactData sets it (rule F50)
 * @param queue the queue that the contact is or was in, or null
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Contact.html">Contact</a>
 */
public record ContactDetails(
        @Nullable String name,
        @Nullable String description,
        @Nullable String customerId,
        @Nullable String languageCode,
        Map<String, String> tags,
        Map<String, Reference> references,
        @Nullable QueueInfo queue) {

    /** Nothing is set. */
    public static final ContactDetails NONE = new ContactDetails(null, null, null, null, Map.of(), Map.of(), null);

    /** A reference that a flow has attached to its contact. */
    public record Reference(String type, String value) {}

    /**
     * The queue of a contact.
     *
     * @param resource the part of its ARN that follows the instance, such as {@code queue/sales}
     * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_QueueInfo.html">QueueInfo</a>
     */
    public record QueueInfo(String resource, String name, Instant enqueuedAt) {}

    public ContactDetails withQueue(@Nullable QueueInfo newQueue) {
        return queue == null && newQueue == null
                ? this
                : new ContactDetails(name, description, customerId, languageCode, tags, references, newQueue);
    }

    public ContactDetails withTags(Map<String, String> newTags) {
        return new ContactDetails(name, description, customerId, languageCode, Map.copyOf(newTags), references, queue);
    }
}
