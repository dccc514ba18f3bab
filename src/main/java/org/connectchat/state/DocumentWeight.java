package org.connectchat.state;

/**
 * Estimates, byte by byte, the heap that the values of a document take when they are read, with the chats that are made of them.
 * A byte of a text and a JSON object cost very differently, so the structure counts and not the size alone.
 */
final class DocumentWeight {

    private static final int OBJECT = 64;
    private static final int LIST = 48;
    /** A value or a member: the reference to it, the head of its object, and its entry in a map. */
    private static final int VALUE = 40;

    private boolean inString;
    private boolean escaped;

    /** The bytes of heap for this byte of a document. */
    int of(byte next) {
        if (inString) {
            if (escaped) {
                escaped = false;
            } else if (next == '\\') {
                escaped = true;
            } else if (next == '"') {
                inString = false;
            }
            return 1;
        }
        inString = next == '"';
        return switch (next) {
            case '{' -> OBJECT;
            case '[' -> LIST;
            case ',' -> VALUE;
            default -> 1;
        };
    }
}
