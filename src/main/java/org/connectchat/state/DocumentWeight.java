package org.connectchat.state;

/**
 * Estimates, byte by byte, the heap that the values of a document take when they are read, with the chats that are made of them.
 * A byte of a text and a JSON object cost very differently, so the structure counts, and not the size alone.
 */
final class DocumentWeight {

    private static final int OBJECT = 64;
    private static final int LIST = 48;
    /** A value: the reference to it, and the head of its object. */
    private static final int VALUE = 40;
    /** A member: its entry in a map, and its name. */
    private static final int MEMBER = 60;
    /** What a number that is no integer takes more. */
    private static final int DECIMAL = 40;

    /** The first byte of a character beyond Latin-1 is this one or a greater one. */
    private static final int BEYOND_LATIN_1 = 0xc4;
    /** A string beyond this length is in the heap several times while it is read. */
    private static final int LONG = 1 << 16;

    private static final int COPIES = 5;

    private boolean inString;
    private boolean escaped;
    private boolean wide;
    private int length;

    /** The bytes of heap for this byte of a document. */
    long of(byte next) {
        if (inString) {
            return ofText(next);
        }
        return switch (next) {
            case '"' -> {
                inString = true;
                wide = false;
                length = 0;
                yield 1;
            }
            case '{' -> OBJECT;
            case '[' -> LIST;
            case ',' -> VALUE;
            case ':' -> MEMBER;
            case '.', 'e', 'E' -> DECIMAL;
            default -> 1;
        };
    }

    private long ofText(byte next) {
        long more = 0;
        if (!wide && (escaped ? next == 'u' : (next & 0xff) >= BEYOND_LATIN_1)) {
            wide = true; // all its characters take two bytes
            more = length;
        }
        if (escaped) {
            escaped = false;
        } else if (next == '\\') {
            escaped = true;
        } else if (next == '"') {
            inString = false;
        }
        length++;
        int one = wide ? 2 : 1;
        return more + (length > LONG ? COPIES * one : one);
    }
}
