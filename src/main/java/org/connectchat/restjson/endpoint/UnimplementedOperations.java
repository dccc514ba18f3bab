package org.connectchat.restjson.endpoint;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.operation.KnownOperation;
import org.connectchat.restjson.operation.Operation;
import org.connectchat.restjson.operation.UnimplementedOperation;
import org.jspecify.annotations.Nullable;

/** Finds operations of AWS that the emulator does not implement. It is called only for paths that are not served. */
public final class UnimplementedOperations {

    private static final Comparator<Template> LITERALS_FIRST =
            Comparator.comparing(template -> template.segments().stream()
                    .map(segment -> segment.startsWith("{") ? "1" : "0")
                    .collect(Collectors.joining()));

    /** The endpoint of a path. */
    record Found(Endpoint endpoint, Map<String, String> labels) {}

    private record Key(String method, int length, String first) {}

    private record Template(Key key, List<String> segments, Endpoint endpoint) {}

    private final Map<Key, List<Template>> templates;

    public UnimplementedOperations(Collection<Operation> served, Function<Operation, Endpoint> endpoints) {
        TreeSet<String> names = new TreeSet<>();
        Set<String> places = new HashSet<>();
        for (Operation operation : served) {
            Route route = operation.route();
            names.add(route.name());
            // Two services may have operations of the same name, so the name alone does not tell whether an operation
            // is served.
            route.methods().forEach(method -> places.add(method + route.uri()));
        }
        String emulated = String.join(", ", names);
        templates = KnownOperation.all().stream()
                .filter(operation -> !places.contains(operation.method() + operation.uri()))
                .map(operation -> template(operation, endpoints.apply(new UnimplementedOperation(operation, emulated))))
                .sorted(LITERALS_FIRST)
                .collect(Collectors.groupingBy(Template::key, HashMap::new, Collectors.toList()));
    }

    private static Template template(KnownOperation operation, Endpoint endpoint) {
        List<String> segments = Router.segments(operation.uri());
        return new Template(new Key(operation.method(), segments.size(), segments.get(0)), segments, endpoint);
    }

    /** The operation that AWS has at the path, with the labels of the path, or null. */
    @Nullable
    Found find(String method, String rawPath) {
        List<String> path = Router.segments(rawPath);
        if (path.isEmpty()) {
            return null;
        }
        return templates.getOrDefault(new Key(method, path.size(), path.get(0)), List.of()).stream()
                .flatMap(template -> Stream.ofNullable(Router.labels(template.segments(), path))
                        .map(labels -> new Found(template.endpoint(), labels)))
                .findFirst()
                .orElse(null);
    }
}
