package org.connectchat.restjson.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.connectchat.restjson.error.AwsException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The query of a call, as restJson1 encodes it: {@code %20} is a blank, and a list is a parameter that is repeated. */
public final class QueryParameters {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * The query of a call.
     *
     * @throws AwsException if it cannot be decoded
     */
    public static QueryParameters of(Call call) {
        String query = call.rawQuery();
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query != null) {
            try {
                for (String parameter : StringUtils.tokenizeToStringArray(query, "&")) {
                    int equals = parameter.indexOf('=');
                    String name = equals < 0 ? parameter : parameter.substring(0, equals);
                    String value = equals < 0 ? "" : parameter.substring(equals + 1);
                    values.computeIfAbsent(decoded(name), first -> new ArrayList<>())
                            .add(decoded(value));
                }
            } catch (IllegalArgumentException e) {
                throw new AwsException(
                        call.operation().dialect().malformed(), "The query parameters cannot be decoded");
            }
        }
        return new QueryParameters(values);
    }

    private static String decoded(String text) {
        return StringUtils.uriDecode(text, StandardCharsets.UTF_8);
    }

    /** The first value of a parameter, or null. */
    public @Nullable String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    /** All values of a parameter, in their order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The whole number that a text is, in ASCII digits as a JSON number has them; null if it is none that an int holds. */
    public static @Nullable Integer wholeNumber(String text) {
        try {
            return WHOLE_NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
        } catch (NumberFormatException e) {
            return null; // too large
        }
    }
}
