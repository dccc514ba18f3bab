package org.connectchat.restjson.place;

/**
 * The normal spelling of a path, which everything behind the first filter sees: an encoded letter, digit, {@code -},
 * {@code .},
 * {@code _} or {@code ~} is the character itself, and a semicolon is an ordinary character and begins no parameter.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2.2">RFC 3986, percent-encoding normalization</a>
 */
public final class NormalPath {

    private static final int ENCODED = 3;

    private NormalPath() {}

    /** The normal spelling of a path. Nearly every path has it already; then this returns the same object. */
    public static String of(String rawPath) {
        if (rawPath.indexOf('%') < 0 && rawPath.indexOf(';') < 0) {
            return rawPath;
        }
        StringBuilder normal = new StringBuilder(rawPath.length());
        int i = 0;
        while (i < rawPath.length()) {
            char c = rawPath.charAt(i);
            char decoded = c == '%' ? decoded(rawPath, i) : 0;
            if (decoded != 0) {
                normal.append(decoded);
                i += ENCODED;
            } else {
                normal.append(c == ';' ? "%3B" : c);
                i++;
            }
        }
        return normal.toString();
    }

    /** Whether two hexadecimal digits follow every percent sign. */
    public static boolean canBeDecoded(String path) {
        for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            if (encodedAt(path, i) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The unreserved character that is encoded at this position, or 0. */
    private static char decoded(String path, int percent) {
        int value = encodedAt(path, percent);
        return value >= 0 && isUnreserved((char) value) ? (char) value : 0;
    }

    /** The byte that is encoded at this position, or a negative number. */
    private static int encodedAt(String path, int percent) {
        if (percent + ENCODED > path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(percent + 1), 16);
        int low = Character.digit(path.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
