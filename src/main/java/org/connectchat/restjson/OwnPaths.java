package org.connectchat.restjson;

/** Paths that belong to the emulator and to no AWS service: its control API, which answers and refuses in its own form. */
public final class OwnPaths {

    /** Where the control API begins. */
    public static final String BASE = "/_emulator";

    private OwnPaths() {}

    /** Whether a path, as it was sent, is one of them. */
    public static boolean include(String rawPath) {
        return rawPath.startsWith(BASE) && (rawPath.length() == BASE.length() || rawPath.charAt(BASE.length()) == '/');
    }
}
