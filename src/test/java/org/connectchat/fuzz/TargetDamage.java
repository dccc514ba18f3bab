package org.connectchat.fuzz;

import java.util.List;

/** Spells paths and queries in other ways, right and wrong ones. */
record TargetDamage(Chance chance) {

    private static final List<String> INSERTED = List.of(
            "/",
            "//",
            ";",
            ";a=b",
            "/.",
            "/..",
            "/%2e%2e",
            "%2F",
            "%5C",
            "%00",
            "%0a",
            "%25",
            "%7F",
            "%C3%A4",
            "%FF",
            "%zz",
            "%",
            "%6",
            ":",
            "@",
            "~",
            "..;/",
            "%3B",
            "x",
            "{",
            "}",
            "*",
            "%F0%9F%98%80",
            "\u00e4",
            "#",
            "\\",
            "|");

    private static final List<String> QUERIES = List.of(
            "a=b",
            "a=%zz",
            "%C3%28=%FF",
            "=",
            "&&",
            "a",
            "a=b&a=c",
            "%00=%00",
            "limit=0",
            "limit=x",
            "limit=1001",
            "nextToken=x",
            "state=ACTIVE",
            "state=x",
            "since=x",
            "status=99",
            "operation=x",
            "operation=SendMessage",
            "name=a.png",
            "ticket=%zz",
            "a[b]=c",
            "a=" + "x".repeat(3_000),
            ";",
            "?",
            "%3D",
            "contactId=%F0%9F",
            "_=\"<>");

    String damaged(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question);
        for (int i = 1 + chance.below(2); i > 0; i--) {
            path = path(path);
        }
        return path + (chance.oneIn(3) ? query(query) : query);
    }

    /** A query with something added or instead. */
    String query(String query) {
        String added = chance.oneOf(QUERIES);
        return query.isEmpty() || chance.oneIn(3) ? "?" + added : query + "&" + added;
    }

    private String path(String path) {
        int at = chance.below(path.length());
        return switch (chance.below(8)) {
            case 0, 1, 2 -> encodedAt(path, at);
            case 3 -> encodedWhole(path);
            case 4 -> path.substring(0, at) + chance.oneOf(INSERTED) + path.substring(at);
            case 5 -> path + chance.oneOf(INSERTED);
            case 6 -> path.substring(0, at) + otherCase(path.charAt(at)) + path.substring(at + 1);
            default -> at == 0 ? "/" : path.substring(0, at);
        };
    }

    private static char otherCase(char c) {
        return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }

    private static String encodedAt(String path, int at) {
        char c = path.charAt(at);
        return c == '%' || c == '/'
                ? path
                : path.substring(0, at) + "%%%02X".formatted((int) c) + path.substring(at + 1);
    }

    private String encodedWhole(String path) {
        StringBuilder encoded = new StringBuilder();
        path.chars()
                .forEach(c -> encoded.append(
                        c == '/' || c == '%' || chance.oneIn(2) ? Character.toString(c) : "%%%02x".formatted(c)));
        return encoded.toString();
    }
}
