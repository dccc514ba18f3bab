package org.connectchat.connect.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.search.SearchContactsRequest.Attributes;
import org.connectchat.connect.search.SearchContactsRequest.Criteria;
import org.connectchat.connect.search.SearchContactsRequest.NameCriteria;
import org.connectchat.connect.search.SearchContactsRequest.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a request without violations asks for. A criterion that is absent or has an empty list is none; the
 * others must all be met.
 */
final class ContactFilter {

    private static final String CHAT = "CHAT";
    private static final double MILLISECONDS = 1_000;

    private ContactFilter() {}

    static Predicate<Contact> of(SearchContactsRequest request) {
        String instanceId = ResourceId.of(requireNonNull(request.instanceId()));
        Predicate<Contact> filter = contact -> contact.instanceId().equals(instanceId);
        filter = filter.and(within(requireNonNull(request.timeRange())));
        Criteria criteria = request.searchCriteria();
        return criteria == null ? filter : filter.and(meeting(criteria));
    }

    /** Both ends belong to the range. */
    private static Predicate<Contact> within(TimeRange range) {
        ContactMoment type = ContactMoment.valueOf(requireNonNull(range.type()));
        Instant start = moment(requireNonNull(range.startTime()));
        Instant end = moment(requireNonNull(range.endTime()));
        return contact -> {
            Instant moment = type.of(contact);
            return moment != null && !moment.isBefore(start) && !moment.isAfter(end);
        };
    }

    private static Instant moment(Number seconds) {
        return Instant.ofEpochMilli(Math.round(seconds.doubleValue() * MILLISECONDS));
    }

    private static Predicate<Contact> meeting(Criteria criteria) {
        Predicate<Contact> filter = oneOf(criteria.channels(), contact -> CHAT);
        filter = filter.and(oneOf(
                criteria.initiationMethods(),
                contact -> contact.initiationMethod().name()));
        filter = filter.and(inQueues(criteria.queueIds()));
        filter = filter.and(named(criteria.name()));
        filter = filter.and(having(criteria.searchableContactAttributes()));
        return filter.and(TagFilters.of(criteria.contactTags()));
    }

    private static Predicate<Contact> oneOf(@Nullable List<String> values, Function<Contact, String> value) {
        if (values == null || values.isEmpty()) {
            return contact -> true;
        }
        Set<String> wanted = Set.copyOf(values);
        return contact -> wanted.contains(value.apply(contact));
    }

    private static Predicate<Contact> inQueues(@Nullable List<String> queueIds) {
        if (queueIds == null || queueIds.isEmpty()) {
            return contact -> true;
        }
        Set<String> wanted = queueIds.stream().map(ResourceId::of).collect(Collectors.toUnmodifiableSet());
        return contact -> {
            QueueInfo queue = contact.details().queue();
            return queue != null
                    && wanted.contains(
                            queue.resource().substring(queue.resource().lastIndexOf('/') + 1));
        };
    }

    /** The letters of a name may be in upper or lower case. */
    private static Predicate<Contact> named(@Nullable NameCriteria criteria) {
        List<String> texts = criteria == null ? null : criteria.searchText();
        if (criteria == null || texts == null || texts.isEmpty()) {
            return contact -> true;
        }
        List<String> wanted = texts.stream().map(ContactFilter::folded).toList();
        MatchType match = MatchType.valueOf(requireNonNull(criteria.matchType()));
        return contact -> {
            String name = contact.details().name();
            String folded = name == null ? null : folded(name);
            return match.test(wanted, text -> folded != null && fits(folded, text, match));
        };
    }

    private static boolean fits(String name, String text, MatchType match) {
        return match == MatchType.MATCH_EXACT ? name.equals(text) : name.contains(text);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Predicate<Contact> having(@Nullable Attributes attributes) {
        if (attributes == null
                || attributes.criteria() == null
                || attributes.criteria().isEmpty()) {
            return contact -> true;
        }
        Map<String, Set<String>> wanted = attributes.criteria().stream()
                .collect(Collectors.toMap(
                        each -> requireNonNull(each.key()),
                        each -> Set.copyOf(requireNonNull(each.values())),
                        (one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet())));
        MatchType match =
                attributes.matchType() == null ? MatchType.MATCH_ALL : MatchType.valueOf(attributes.matchType());
        return contact -> match.test(wanted.entrySet(), each -> {
            String value = contact.attributes().get(each.getKey());
            return value != null && each.getValue().contains(value);
        });
    }
}
