package org.connectchat.restjson.place;

import org.jspecify.annotations.Nullable;

/** The service that a path belongs to, which decides the form of a refusal. No other code decides this. */
public enum Place {
    /** Amazon Connect, and every path that belongs to no other place. */
    CONNECT,
    /** The Amazon Connect Participant Service. */
    PARTICIPANT,
    /** The emulator's control API. */
    CONTROL,
    /** Health and metrics. */
    ACTUATOR,
    /** The URLs of files, where the emulator stands in for Amazon S3. */
    TRANSFER;

    /** The path prefix of the control API. */
    public static final String CONTROL_BASE = "/_emulator";

    /** The path prefix of health and metrics. */
    public static final String ACTUATOR_BASE = "/actuator";

    /** The path prefix of uploads. */
    public static final String UPLOADS = "/attachments/upload/";

    /** The path prefix of downloads. */
    public static final String DOWNLOADS = "/attachments/download/";

    private static final String PARTICIPANT_BASE = "/participant/";

    /**
     * The place of a path.
     *
     * @param normalPath a {@link NormalPath}; null if the server could not read it
     */
    public static Place of(@Nullable String normalPath) {
        if (normalPath == null) {
            return CONNECT;
        }
        if (normalPath.startsWith(PARTICIPANT_BASE)) {
            return PARTICIPANT;
        }
        if (isBelow(CONTROL_BASE, normalPath)) {
            return CONTROL;
        }
        if (isBelow(ACTUATOR_BASE, normalPath)) {
            return ACTUATOR;
        }
        return normalPath.startsWith(UPLOADS) || normalPath.startsWith(DOWNLOADS) ? TRANSFER : CONNECT;
    }

    private static boolean isBelow(String base, String path) {
        return path.startsWith(base) && (path.length() == base.length() || path.charAt(base.length()) == '/');
    }
}
