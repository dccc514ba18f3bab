package org.connectchat.connect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, which is in the order of names and then of ids. The token names the last element of the page before,
 * so a list that changes meanwhile shows every element that stays exactly once.
 *
 * @param maxResults as it was sent
 * @param maximum the largest page, from 1 on
 */
public record ListPage(@Nullable String nextToken, @Nullable String maxResults, int maximum) {

    private static final int DEFAULT = 100;
    private static final char SEPARATOR = '\n';

    /** The elements of a page, and the token of the next one or null. */
    public record Result<T>(List<T> elements, @Nullable String nextToken) {}

    /** Where an element stands in its list. */
    private record Position(String name, String id) implements Comparable<Position> {

        @Override
        public int compareTo(Position other) {
            int names = name.compareTo(other.name);
            return names == 0 ? id.compareTo(other.id) : names;
        }
    }

    private record Placed<T>(Position position, T element) {}

    public static ListPage of(QueryParameters query, int maximum) {
        return new ListPage(query.first("nextToken"), query.first("maxResults"), maximum);
    }

    public void check(Violations violations) {
        if (maxResults != null) {
            Integer size = size();
            if (size == null) {
                violations.value("MaxResults", "must be a whole number from 1 to " + maximum);
            } else {
                violations.range("MaxResults", size, 1, maximum);
            }
        }
        if (nextToken != null && position(nextToken) == null) {
            violations.value("NextToken", "is not one that an earlier call returned");
        }
    }

    /**
     * The page of a request without violations.
     *
     * @param id unique in the list
     */
    public <T> Result<T> from(List<T> all, Function<T, String> name, Function<T, String> id) {
        Position after = nextToken == null ? null : position(nextToken);
        Integer size = maxResults == null ? null : size();
        int limit = size == null ? Math.min(DEFAULT, maximum) : size;
        List<Placed<T>> rest = all.stream()
                .map(element -> new Placed<>(new Position(name.apply(element), id.apply(element)), element))
                .filter(placed -> after == null || placed.position().compareTo(after) > 0)
                .sorted((one, other) -> one.position().compareTo(other.position()))
                .limit(limit + 1L)
                .toList();
        String next = rest.size() <= limit ? null : token(rest.get(limit - 1).position());
        return new Result<>(rest.stream().limit(limit).map(Placed::element).toList(), next);
    }

    private @Nullable Integer size() {
        return maxResults == null ? null : QueryParameters.wholeNumber(maxResults);
    }

    private static String token(Position last) {
        byte[] position = (last.name() + SEPARATOR + last.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position);
    }

    private static @Nullable Position position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int end = text.lastIndexOf(SEPARATOR);
            return end < 0 ? null : new Position(text.substring(0, end), text.substring(end + 1));
        } catch (IllegalArgumentException e) {
            return null; // not base64
        }
    }
}
