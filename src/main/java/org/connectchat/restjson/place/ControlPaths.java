package org.connectchat.restjson.place;

import java.util.List;

/** The paths of the control API, which belongs to no AWS service and has its own form of errors. */
public final class ControlPaths {

    /** Where the control API begins. */
    public static final String BASE = Place.CONTROL_BASE;

    /** Rule C12: pages of other origins may not call these paths. */
    public static final List<String> CLOSED_TO_OTHER_ORIGINS = List.of(BASE, Place.ACTUATOR_BASE);

    private ControlPaths() {}

    /** Whether a path belongs to the control API. */
    public static boolean include(String normalPath) {
        return Place.of(normalPath) == Place.CONTROL;
    }

    /** Whether rule C12 holds for a path. */
    public static boolean areClosedToOtherOrigins(String normalPath) {
        Place place = Place.of(normalPath);
        return place == Place.CONTROL || place == Place.ACTUATOR;
    }
}
