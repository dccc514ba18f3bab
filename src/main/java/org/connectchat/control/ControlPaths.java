package org.connectchat.control;

import org.connectchat.restjson.OwnPaths;

/** The paths of the control API's resources. Each controller is mapped at one of them. */
public final class ControlPaths {

    public static final String CONTACTS = OwnPaths.BASE + "/contacts";
    public static final String CONTACT = CONTACTS + "/{contactId}";
    public static final String SOCKETS = CONTACT + "/sockets";
    public static final String AGENTS = CONTACT + "/agents";
    public static final String AGENT = AGENTS + "/{participantId}";
    public static final String AGENT_ATTACHMENTS = AGENT + "/attachments";

    /** The journal. The path says what the journal holds, as decision 60 explains. */
    public static final String CALLS = OwnPaths.BASE + "/calls";

    public static final String FAULTS = OwnPaths.BASE + "/faults";
    public static final String CLOCK = OwnPaths.BASE + "/clock";
    public static final String SETTINGS = OwnPaths.BASE + "/settings";
    public static final String IDS = OwnPaths.BASE + "/ids";
    public static final String RESET = OwnPaths.BASE + "/reset";

    private ControlPaths() {}
}
