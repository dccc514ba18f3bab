package org.connectchat.restjson;

import org.connectchat.restjson.place.Place;

/** Paths that belong to the emulator and to no AWS service: its control API, which answers and refuses in its own form. */
public final class OwnPaths {

    /** Where the control API begins. */
    public static final String BASE = Place.CONTROL_BASE;

    private OwnPaths() {}

    /** Whether a path is one of them; behind {@link FrontFilter} every request has the one spelling that counts. */
    public static boolean include(String normalPath) {
        return Place.of(normalPath) == Place.CONTROL;
    }
}
