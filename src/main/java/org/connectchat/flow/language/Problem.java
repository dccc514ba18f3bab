package org.connectchat.flow.language;

import org.jspecify.annotations.Nullable;

/**
 * One problem of a flow (rule F85).
 *
 * @param message the text of the service with the path of the action, or the emulator's own text if that is unknown
 * @param advice what to write instead; null if the message says so
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ProblemDetail.html">ProblemDetail</a>
 */
public record Problem(
        Severity severity, String message, @Nullable String advice) {

    public static Problem structural(String message) {
        return new Problem(Severity.STRUCTURAL, message, null);
    }

    public static Problem structural(String message, @Nullable String advice) {
        return new Problem(Severity.STRUCTURAL, message, advice);
    }

    public static Problem publishing(String message) {
        return new Problem(Severity.PUBLISHING, message, null);
    }

    public static Problem publishing(String message, @Nullable String advice) {
        return new Problem(Severity.PUBLISHING, message, advice);
    }

    public boolean isStructural() {
        return severity == Severity.STRUCTURAL;
    }

    /** The message, followed by the advice if there is any. */
    public String explanation() {
        return advice == null ? message : message + " (" + advice + ")";
    }
}
