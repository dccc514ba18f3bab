package org.connectchat.control;

import org.jspecify.annotations.Nullable;

/** One member of a filter. */
public final class Criterion {

    private Criterion() {}

    /** Whether a value matches; a criterion that is null matches every value. */
    public static boolean matches(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
