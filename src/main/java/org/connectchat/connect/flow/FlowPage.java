package org.connectchat.connect.flow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Selects one page of a list of flows or modules, which is in the order of their names. The token names the last element
 * of the page before. So if the list changes meanwhile, the pages still have each other element exactly once.
 *
 * @param maxResults the text of the query
 */
public record FlowPage(@Nullable String nextToken, @Nullable String maxResults) {

    private static final int DEFAULT = 100;
    private static final int MAXIMUM = 1_000;
    private static final char SEPARATOR = '\n';
    private static final Comparator<StoredFlow> ORDER =
            Comparator.comparing(StoredFlow::name).thenComparing(StoredFlow::id);

    /** The elements of a page, and the token of the next page; null if there is none. */
    public record Result(
            List<StoredFlow> elements, @Nullable String nextToken) {}

    private record Position(String name, String id) {

        boolean isBefore(StoredFlow flow) {
            int names = flow.name().compareTo(name);
            return names > 0 || (names == 0 && flow.id().compareTo(id) > 0);
        }
    }

    /** The page that a request asks for. */
    public static FlowPage of(QueryParameters query) {
        return new FlowPage(query.first("nextToken"), query.first("maxResults"));
    }

    /** Adds what is wrong with the request for a page. */
    public void check(Violations violations) {
        if (maxResults != null) {
            Integer size = size();
            if (size == null) {
                violations.value("MaxResults", "must be a whole number from 1 to " + MAXIMUM);
            } else {
                violations.range("MaxResults", size, 1, MAXIMUM);
            }
        }
        if (nextToken != null && position(nextToken) == null) {
            violations.value("NextToken", "is not one that an earlier call returned");
        }
    }

    /** The page of a request without violations. */
    public Result from(List<StoredFlow> all) {
        Position after = nextToken == null ? null : position(nextToken);
        Integer size = maxResults == null ? Integer.valueOf(DEFAULT) : size();
        int limit = size == null ? DEFAULT : size;
        List<StoredFlow> rest = all.stream()
                .filter(flow -> after == null || after.isBefore(flow))
                .sorted(ORDER)
                .limit(limit + 1L)
                .toList();
        if (rest.size() <= limit) {
            return new Result(rest, null);
        }
        return new Result(rest.subList(0, limit), token(rest.get(limit - 1)));
    }

    private @Nullable Integer size() {
        try {
            return Integer.valueOf(String.valueOf(maxResults));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String token(StoredFlow last) {
        byte[] position = (last.name() + SEPARATOR + last.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position);
    }

    private static @Nullable Position position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int end = text.lastIndexOf(SEPARATOR);
            return end < 0 ? null : new Position(text.substring(0, end), text.substring(end + 1));
        } catch (IllegalArgumentException e) {
            return null; // not base64, so no token of an earlier call
        }
    }
}
