package org.connectchat.control.web;

import org.connectchat.control.ControlProblem;
import org.springframework.web.method.HandlerMethod;

/** Distinguishes the calls of the control API from those of its documentation, which have other parameters. */
final class ControlCalls {

    private static final String ROOT = ControlProblem.class.getPackageName();

    private ControlCalls() {}

    /** Whether a method of the control API, in whichever of its packages, serves the call. */
    static boolean include(HandlerMethod method) {
        String name = method.getBeanType().getPackageName();
        return name.equals(ROOT) || name.startsWith(ROOT + ".");
    }
}
