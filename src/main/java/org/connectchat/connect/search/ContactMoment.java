package org.connectchat.connect.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.jspecify.annotations.Nullable;

/** The moments of a contact by which it is found. */
enum ContactMoment {
    INITIATION_TIMESTAMP,
    /** A chat is never scheduled, so it has no such moment. */
    SCHEDULED_TIMESTAMP,
    CONNECTED_TO_AGENT_TIMESTAMP,
    DISCONNECT_TIMESTAMP,
    ENQUEUE_TIMESTAMP;

    static final List<String> NAMES =
            Arrays.stream(values()).map(ContactMoment::name).toList();

    /** The moment of a contact, or null. */
    @Nullable
    Instant of(Contact contact) {
        return switch (this) {
            case INITIATION_TIMESTAMP -> contact.timeline().initiatedAt();
            case SCHEDULED_TIMESTAMP -> null;
            case CONNECTED_TO_AGENT_TIMESTAMP -> {
                AgentInfo agent = contact.agent();
                yield agent == null ? null : agent.connectedAt();
            }
            case DISCONNECT_TIMESTAMP -> contact.timeline().disconnectedAt();
            case ENQUEUE_TIMESTAMP -> {
                QueueInfo queue = contact.details().queue();
                yield queue == null ? null : queue.enqueuedAt();
            }
        };
    }
}
