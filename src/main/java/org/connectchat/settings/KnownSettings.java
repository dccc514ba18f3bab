package org.connectchat.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The names of all settings, read off the records that hold them.
 *
 * @param names as the documentation spells them, with {@code [0]} for any index and {@code *} for any key
 */
record KnownSettings(List<String> names) {

    private static final String ANY_KEY = "*";
    private static final String PREFIX = "emulator";

    /** Reads the names off records, each of which has a prefix for its settings. */
    static KnownSettings of(Collection<Map.Entry<Class<?>, String>> prefixes) {
        TreeSet<String> names = new TreeSet<>();
        prefixes.forEach(entry -> addAll(entry.getKey(), entry.getValue(), names));
        return new KnownSettings(List.copyOf(names));
    }

    private static void addAll(Class<?> settings, String prefix, Collection<String> names) {
        for (RecordComponent member : settings.getRecordComponents()) {
            add(member.getGenericType(), prefix + "." + DataObjectPropertyName.toDashedForm(member.getName()), names);
        }
    }

    private static void add(Type type, String name, Collection<String> names) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            add(generic.getActualTypeArguments()[1], name + "." + ANY_KEY, names);
        } else if (type instanceof ParameterizedType list) {
            names.add(name); // a list may be set as one text with commas
            add(list.getActualTypeArguments()[0], name + "[0]", names);
        } else if (type instanceof Class<?> nested && nested.isRecord()) {
            if (isMadeOfText(nested)) {
                names.add(name);
            }
            addAll(nested, name, names);
        } else {
            names.add(name);
        }
    }

    /** Whether Spring Boot may make the record of one text as well as of its members. */
    private static boolean isMadeOfText(Class<?> record) {
        return Stream.of(record.getMethods())
                .anyMatch(method -> method.getName().equals("of")
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
    }

    /** Whether there is a setting of that name, in any spelling that Spring Boot binds. */
    boolean include(String property) {
        return matches(property, KnownSettings::uniform);
    }

    /** Whether an environment variable sets one of the settings; it has underscores for dots, brackets and hyphens. */
    boolean includeVariable(String variable) {
        return matches(variable, KnownSettings::condensed);
    }

    private boolean matches(String name, UnaryOperator<String> spelling) {
        String spelled = spelling.apply(name);
        return names.stream()
                .anyMatch(
                        known -> pattern(spelling.apply(known)).matcher(spelled).matches());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(Stream.of(name.split(Pattern.quote(ANY_KEY), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+")));
    }

    /** The name of a setting that is spelled most like this one. */
    String nearest(String name) {
        String spelled = condensed(name);
        return names.stream()
                .min(Comparator.comparingInt(known -> EditDistance.between(condensed(known), spelled)))
                .orElseThrow();
    }

    /**
     * Whether an environment variable is spelled so much like a setting that it is probably meant as one: at most half of
     * what follows the prefix differs.
     */
    boolean resembleVariable(String variable) {
        String spelled = condensed(variable);
        int distance = EditDistance.between(condensed(nearest(variable)), spelled);
        return distance <= (spelled.length() - PREFIX.length()) / 2;
    }

    /** A key of a map may stand in brackets, which keep its colons. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[-_]", "")
                .replaceAll("\\[\\d+]", "[0]")
                .replaceAll("\\[(?!0])([^\\]]+)]", ".$1");
    }

    private static String condensed(String name) {
        return uniform(name).replaceAll("[.\\[\\]]", "").replaceAll("\\d+", "0");
    }
}
