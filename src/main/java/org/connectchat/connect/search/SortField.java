package org.connectchat.connect.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.InitiationMethod;
import org.jspecify.annotations.Nullable;

/** The fields by which contacts are sorted. Contacts without the field come last, in either order. */
enum SortField {
    INITIATION_TIMESTAMP(ContactMoment.INITIATION_TIMESTAMP),
    SCHEDULED_TIMESTAMP(ContactMoment.SCHEDULED_TIMESTAMP),
    CONNECTED_TO_AGENT_TIMESTAMP(ContactMoment.CONNECTED_TO_AGENT_TIMESTAMP),
    DISCONNECT_TIMESTAMP(ContactMoment.DISCONNECT_TIMESTAMP),
    INITIATION_METHOD(null),
    /** All contacts are chats. */
    CHANNEL(null),
    /** Only tasks expire. */
    EXPIRY_TIMESTAMP(ContactMoment.SCHEDULED_TIMESTAMP);

    static final List<String> NAMES =
            Arrays.stream(values()).map(SortField::name).toList();

    private static final List<InitiationMethod> METHODS = Arrays.stream(InitiationMethod.values())
            .sorted(Comparator.comparing(InitiationMethod::name))
            .toList();

    private final @Nullable ContactMoment moment;

    SortField(@Nullable ContactMoment moment) {
        this.moment = moment;
    }

    /** The rank of a contact, the smallest first. */
    ToLongFunction<Contact> order(boolean descending) {
        return contact -> {
            Long value = value(contact);
            if (value == null) {
                return Long.MAX_VALUE;
            }
            return descending ? -value : value;
        };
    }

    private @Nullable Long value(Contact contact) {
        if (moment != null) {
            Instant found = moment.of(contact);
            return found == null ? null : Long.valueOf(found.toEpochMilli());
        }
        return this == INITIATION_METHOD ? (long) METHODS.indexOf(contact.initiationMethod()) : 0L;
    }
}
