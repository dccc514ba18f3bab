package org.connectchat.control.web;

import org.connectchat.control.ControlProblem;
import org.springframework.web.method.HandlerMethod;

/** Tells the control API's own calls from those of its documentation, which has parameters of its own. */
final class ControlCalls {

    private static final String ROOM = ControlProblem.class.getPackageName();

    private ControlCalls() {}

    /** Whether a method of the control API, in whichever of its packages, serves the call. */
    static boolean include(HandlerMethod method) {
        String room = method.getBeanType().getPackageName();
        return room.equals(ROOM) || room.startsWith(ROOM + ".");
    }
}
