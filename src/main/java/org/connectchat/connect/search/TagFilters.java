package org.connectchat.connect.search;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.connectchat.chat.contact.Contact;
import org.connectchat.connect.search.SearchContactsRequest.TagCondition;
import org.connectchat.connect.search.SearchContactsRequest.TagFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a filter of tags asks for. The members that are given must all hold.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ControlPlaneTagFilter.html">ControlPlaneTagFilter</a>
 */
final class TagFilters {

    private TagFilters() {}

    static Predicate<Contact> of(@Nullable TagFilter filter) {
        if (filter == null) {
            return contact -> true;
        }
        List<List<TagCondition>> or = filter.orConditions();
        List<TagCondition> and = filter.andConditions();
        TagCondition one = filter.tagCondition();
        return contact -> {
            Map<String, String> tags = contact.details().tags();
            return (or == null || or.isEmpty() || or.stream().anyMatch(all -> holdAll(all, tags)))
                    && (and == null || holdAll(and, tags))
                    && (one == null || holds(one, tags));
        };
    }

    private static boolean holdAll(List<TagCondition> conditions, Map<String, String> tags) {
        return conditions.stream().allMatch(condition -> holds(condition, tags));
    }

    /** A condition without a key holds for any key, one without a value for any value. */
    private static boolean holds(TagCondition condition, Map<String, String> tags) {
        String key = condition.tagKey();
        String value = condition.tagValue();
        if (key == null) {
            return value == null || tags.containsValue(value);
        }
        return value == null ? tags.containsKey(key) : value.equals(tags.get(key));
    }
}
