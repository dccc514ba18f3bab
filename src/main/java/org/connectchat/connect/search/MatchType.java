package org.connectchat.connect.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many of several conditions must hold.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchContacts.html">SearchContacts</a>
 */
enum MatchType {
    /** Every condition holds. */
    MATCH_ALL,
    /** At least one holds. */
    MATCH_ANY,
    /** At least one holds; a text must be equal, not only contained. */
    MATCH_EXACT,
    /** No condition holds. */
    MATCH_NONE;

    static final List<String> NAMES =
            Arrays.stream(values()).map(MatchType::name).toList();

    <T> boolean test(Collection<T> conditions, Predicate<T> holds) {
        return switch (this) {
            case MATCH_ALL -> conditions.stream().allMatch(holds);
            case MATCH_ANY, MATCH_EXACT -> conditions.stream().anyMatch(holds);
            case MATCH_NONE -> conditions.stream().noneMatch(holds);
        };
    }
}
