package org.connectchat.restjson.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Finds the resource of a path. It works on the path as it was sent, because a label may hold an encoded slash: SDKs
 * encode a full ARN this way.
 */
public final class Router {

    /** The endpoints of one URI, by method. */
    record Resource(List<String> segments, Map<String, Endpoint> byMethod) {

        String allow() {
            return String.join(", ", byMethod.keySet());
        }
    }

    record Match(Resource resource, Map<String, String> labels) {}

    private final Map<String, Match> literal = new HashMap<>();
    private final List<Resource> templates = new ArrayList<>();

    public Router(Collection<Endpoint> endpoints) {
        Map<String, Map<String, Endpoint>> byUri = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            Map<String, Endpoint> byMethod =
                    byUri.computeIfAbsent(endpoint.route().uri(), uri -> new LinkedHashMap<>());
            for (String method : endpoint.route().methods()) {
                byMethod.put(method, endpoint);
            }
        }
        byUri.forEach((uri, byMethod) -> {
            Resource resource = new Resource(segments(uri), byMethod);
            if (uri.indexOf('{') < 0) {
                literal.put(uri, new Match(resource, Map.of()));
            } else {
                templates.add(resource);
            }
        });
    }

    @Nullable
    Match match(String rawPath) {
        Match exact = literal.get(rawPath);
        if (exact != null) {
            return exact;
        }
        List<String> path = segments(rawPath);
        for (Resource resource : templates) {
            Map<String, String> labels = labels(resource.segments(), path);
            if (labels != null) {
                return new Match(resource, labels);
            }
        }
        return rawPath.indexOf('%') < 0 ? null : literalOf(path);
    }

    /** A path without labels, some of whose characters were encoded without need. */
    private @Nullable Match literalOf(List<String> path) {
        Match match = literal.get("/" + String.join("/", path));
        return match != null && match.resource().segments().equals(path) ? match : null;
    }

    /** The values of the labels of a template in a path, or null if the path does not match. */
    static @Nullable Map<String, String> labels(List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return null;
        }
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String expected = template.get(i);
            String actual = path.get(i);
            if (expected.startsWith("{") && !actual.isEmpty()) {
                labels.put(expected.substring(1, expected.length() - 1), actual);
            } else if (!expected.equals(actual)) {
                return null;
            }
        }
        return labels;
    }

    /** The decoded parts between the slashes. */
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        int start = 1;
        while (start <= rawPath.length()) {
            int slash = rawPath.indexOf('/', start);
            int end = slash < 0 ? rawPath.length() : slash;
            segments.add(StringUtils.uriDecode(rawPath.substring(start, end), StandardCharsets.UTF_8));
            start = end + 1;
        }
        return segments;
    }
}
