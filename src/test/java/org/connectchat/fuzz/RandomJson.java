package org.connectchat.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a JSON text apart, does damage to it, and puts it together again, which no JSON library would. */
final class RandomJson {

    /** What a value may be replaced with; not all of it is JSON. */
    private static final List<String> LITERALS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1",
            "59",
            "60",
            "10080",
            "10081",
            "2147483647",
            "2147483648",
            "-2147483649",
            "123456789012345678901234567890",
            "9".repeat(2_000),
            "1.0",
            "60.0",
            "1e2",
            "1E400",
            "-1e-400",
            "01",
            "+1",
            ".5",
            "5.",
            "0x10",
            "NaN",
            "-Infinity",
            "undefined",
            "''",
            "{}",
            "[]",
            "[[]]",
            "[null]",
            "{\"\":null}",
            "{\"a\":",
            "]",
            "}",
            ",",
            ":",
            "/*x*/1",
            "\"\"",
            "\" \"",
            "\"a b\"",
            "\"AGENT\"",
            "\"text/plain\"",
            "\"text/html\"",
            "\"FROM_SEGMENT\"",
            "\"connect:Subtype\"",
            "\"connect:Guide\"",
            "\"arn:aws:s3:::b\"",
            "\"arn:aws:connect:us-east-1:000000000000:instance/an-instance\"",
            "\"arn:\"",
            "\"arn:x/\"",
            "\"../..\"",
            "\"P8D\"",
            "\"PT-1S\"",
            "\"2040-01-05T10:00:00Z\"",
            "\"RESET\"",
            "\"%00\"",
            "\"<html>\"",
            "\"${jndi:ldap://x}\"",
            "\"\\u0000\"",
            "\"\\n\\r\\t\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud83d\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"open",
            "\"\u0001\"",
            "\"\u007F\u0085\u2028\"",
            "\"\uD83D\uDE00\"",
            "\"\uFFFF\uFFFE\"",
            "\"\u05D0\u202E\u200F\"");

    private final RandomGenerator random;

    RandomJson(RandomGenerator random) {
        this.random = random;
    }

    private sealed interface Value permits Members, Elements, Quoted, Literal {}

    private record Member(String name, Value value) {}

    private record Members(List<Member> list) implements Value {}

    private record Elements(List<Value> list) implements Value {}

    /** A text that is JSON itself. */
    private record Quoted(Value value) implements Value {}

    private record Literal(String text) implements Value {}

    /** The text with a few members or elements dropped, doubled, moved, nested or replaced. */
    String damaged(String json) {
        Value root = parsed(JsonMapper.shared().readTree(json));
        int times = random.nextInt(4);
        for (int i = 0; i < times; i++) {
            damage(root);
        }
        StringBuilder text = new StringBuilder();
        write(random.nextInt(200) == 0 ? new Literal(literal()) : root, text, random.nextInt(8) == 0 ? " \r\n\t" : "");
        return text.toString();
    }

    private static Value parsed(JsonNode node) {
        if (node.isObject()) {
            List<Member> members = new ArrayList<>();
            node.properties().forEach(entry -> members.add(new Member(entry.getKey(), parsed(entry.getValue()))));
            return new Members(members);
        }
        if (node.isArray()) {
            List<Value> elements = new ArrayList<>();
            node.forEach(element -> elements.add(parsed(element)));
            return new Elements(elements);
        }
        return node.isString() && node.stringValue().startsWith("{") ? quoted(node) : new Literal(node.toString());
    }

    private static Value quoted(JsonNode text) {
        try {
            return new Quoted(parsed(JsonMapper.shared().readTree(text.stringValue())));
        } catch (JacksonException e) {
            return new Literal(text.toString()); // a text like any other
        }
    }

    private void damage(Value root) {
        List<Value> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return;
        }
        Value container = containers.get(random.nextInt(containers.size()));
        if (container instanceof Members members) {
            damage(members, containers);
        } else if (container instanceof Elements elements) {
            damage(elements, containers);
        }
    }

    private static void collect(Value value, List<Value> containers) {
        if (value instanceof Members members && !members.list().isEmpty()) {
            containers.add(value);
            members.list().forEach(member -> collect(member.value(), containers));
        } else if (value instanceof Elements elements && !elements.list().isEmpty()) {
            containers.add(value);
            elements.list().forEach(element -> collect(element, containers));
        } else if (value instanceof Quoted quoted) {
            collect(quoted.value(), containers);
        }
    }

    private void damage(Members members, List<Value> others) {
        List<Member> list = members.list();
        int index = random.nextInt(list.size());
        Member member = list.get(index);
        switch (random.nextInt(8)) {
            case 0 -> list.remove(index);
            case 1 ->
                list.add(random.nextInt(list.size() + 1), new Member(member.name(), other(member.value(), others)));
            case 2 -> list.set(index, new Member(name(member.name()), member.value()));
            case 3 -> list.add(new Member(name(member.name()), new Literal(literal())));
            case 4 -> Collections.swap(list, index, random.nextInt(list.size()));
            default -> list.set(index, new Member(member.name(), other(member.value(), others)));
        }
    }

    private void damage(Elements elements, List<Value> others) {
        List<Value> list = elements.list();
        int index = random.nextInt(list.size());
        switch (random.nextInt(4)) {
            case 0 -> list.remove(index);
            case 1 -> list.add(random.nextInt(list.size() + 1), list.get(index));
            default -> list.set(index, other(list.get(index), others));
        }
    }

    private Value other(Value value, List<Value> others) {
        return switch (random.nextInt(8)) {
            case 0 -> new Elements(new ArrayList<>(List.of(value)));
            case 1 -> new Members(new ArrayList<>(List.of(new Member(name("ValueMap"), value))));
            case 2 -> copy(others.get(random.nextInt(others.size())));
            case 3 -> nested(value);
            default -> new Literal(literal());
        };
    }

    /** Copied, as a value that held itself would never be written to its end. */
    private static Value copy(Value value) {
        if (value instanceof Members members) {
            List<Member> list = new ArrayList<>();
            members.list().forEach(member -> list.add(new Member(member.name(), copy(member.value()))));
            return new Members(list);
        }
        if (value instanceof Elements elements) {
            List<Value> list = new ArrayList<>();
            elements.list().forEach(element -> list.add(copy(element)));
            return new Elements(list);
        }
        if (value instanceof Quoted quoted) {
            return new Quoted(copy(quoted.value()));
        }
        return value;
    }

    private Value nested(Value value) {
        int depth = new int[] {10, 50, 99, 100, 101, 199, 200, 201, 1_000, 20_000}[random.nextInt(10)];
        StringBuilder inner = new StringBuilder();
        write(value, inner, "");
        return switch (random.nextInt(3)) {
            case 0 -> new Literal("[".repeat(depth) + inner + "]".repeat(depth));
            case 1 -> new Literal("{\"ValueMap\":{\"a\":".repeat(depth) + inner + "}}".repeat(depth));
            default -> new Literal("{\"ValueList\":[".repeat(depth));
        };
    }

    private String literal() {
        if (random.nextInt(12) == 0) {
            int[] lengths = {100, 101, 128, 129, 256, 257, 500, 501, 1_024, 1_025, 12_289, 32_767, 32_768, 200_000};
            return "\"" + (random.nextBoolean() ? "x" : "\uD83D\uDE00").repeat(lengths[random.nextInt(lengths.length)])
                    + "\"";
        }
        return LITERALS.get(random.nextInt(LITERALS.size()));
    }

    private String name(String old) {
        return switch (random.nextInt(6)) {
            case 0 -> old.toLowerCase(java.util.Locale.ROOT);
            case 1 -> old + (char) random.nextInt(0x20, 0x7F);
            case 2 -> "";
            case 3 -> "connect:" + old;
            case 4 -> "k".repeat(random.nextInt(300));
            default -> "\uD83D\uDE00\u0661".repeat(1 + random.nextInt(70));
        };
    }

    private void write(Value value, StringBuilder text, String space) {
        if (value instanceof Members members) {
            String comma = "{";
            for (Member member : members.list()) {
                text.append(comma).append(space).append(JsonMapper.shared().writeValueAsString(member.name()));
                text.append(space).append(':').append(space);
                write(member.value(), text, space);
                comma = ",";
            }
            text.append(members.list().isEmpty() ? "{}" : "}");
        } else if (value instanceof Elements elements) {
            String comma = "[";
            for (Value element : elements.list()) {
                text.append(comma).append(space);
                write(element, text, space);
                comma = ",";
            }
            text.append(elements.list().isEmpty() ? "[]" : "]");
        } else if (value instanceof Quoted quoted) {
            StringBuilder inner = new StringBuilder();
            write(quoted.value(), inner, space);
            text.append(JsonMapper.shared().writeValueAsString(inner.toString()));
        } else if (value instanceof Literal literal) {
            text.append(literal.text());
        }
    }
}
