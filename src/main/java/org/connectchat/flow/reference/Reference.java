package org.connectchat.flow.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference to data of a contact or of the run (rule F11), such as {@code $.Attributes.name} or
 * {@code $.SegmentAttributes['connect:Subtype']}.
 *
 * @param root the first name, in the examples {@code Attributes} and {@code SegmentAttributes}
 * @param segments the names and list indexes after it
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/how-to-reference-attributes.html">How to reference
 *     attributes</a>
 */
public record Reference(String root, List<String> segments) {

    /** The depth to which the JSON of a flow may be nested. A reference ends after this many segments. */
    private static final int MAX_SEGMENTS = 64;
    /** A bracket that is not closed within this many characters is text, so that reading stays linear. */
    private static final int MAX_QUOTED_CHARACTERS = 256;

    /** A reference within a text, and the index after its last character. */
    record Match(Reference reference, int end) {}

    public Reference {
        segments = List.copyOf(segments);
    }

    /** Reads a text that is one reference as a whole; null if it is not. */
    public static @Nullable Reference whole(String text) {
        Match match = text.startsWith("$") ? at(text, 0) : null;
        return match != null && match.end() == text.length() ? match.reference() : null;
    }

    /** Reads the reference that begins at a dollar sign; null if the dollar sign is text (rule F13). */
    static @Nullable Match at(String text, int dollar) {
        List<String> names = new ArrayList<>();
        int end = dollar + 1;
        for (int next = segment(text, end, names); next > end; next = segment(text, end, names)) {
            end = next;
            if (names.size() > MAX_SEGMENTS) {
                break;
            }
        }
        return names.isEmpty() ? null : new Match(new Reference(names.get(0), names.subList(1, names.size())), end);
    }

    /** Adds the segment that begins at an index; returns the index after it, or the same one if none begins there. */
    private static int segment(String text, int start, List<String> names) {
        boolean dot = charAt(text, start) == '.';
        int from = dot ? start + 1 : start;
        int end = from;
        String name = "";
        if (charAt(text, from) == '[') {
            end = bracketEnd(text, from);
            name = end > from ? inBrackets(text, from, end) : "";
        } else if (dot) {
            end = nameEnd(text, from);
            name = text.substring(from, end);
        }
        boolean isRoot = names.isEmpty();
        if (name.isEmpty() || (isRoot && !Character.isLetter(name.codePointAt(0)))) {
            return start;
        }
        names.add(name);
        return end;
    }

    /** The index after a name. Like a dot, a hyphen belongs to a name only if the name goes on behind it. */
    private static int nameEnd(String text, int from) {
        int end = from;
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || c == '_') {
                end = at;
            } else if (c != '-' || end == from) {
                break;
            }
        }
        return end;
    }

    /** The index after {@code ['name']} or {@code [0]}; the given index if the text has neither there. */
    private static int bracketEnd(String text, int bracket) {
        char quote = charAt(text, bracket + 1);
        if (quote == '\'' || quote == '"') {
            int last = Math.min(text.length() - 1, bracket + 2 + MAX_QUOTED_CHARACTERS);
            for (int at = bracket + 2; at < last; at++) {
                if (text.charAt(at) == quote && text.charAt(at + 1) == ']') {
                    return at + 2;
                }
            }
            return bracket;
        }
        int at = bracket + 1;
        while (isDigit(charAt(text, at))) {
            at++;
        }
        return at > bracket + 1 && charAt(text, at) == ']' ? at + 1 : bracket;
    }

    private static String inBrackets(String text, int from, int end) {
        boolean quoted = !isDigit(text.charAt(from + 1));
        return quoted ? text.substring(from + 2, end - 2) : text.substring(from + 1, end - 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }
}
