package org.connectchat.control;

import org.connectchat.restjson.place.ControlPaths;

/** The paths of the control API's resources. Each controller is mapped at one of them. */
public final class ResourcePaths {

    public static final String CONTACTS = ControlPaths.BASE + "/contacts";
    private static final String CONTACT = CONTACTS + "/{contactId}";
    public static final String SOCKETS = CONTACT + "/sockets";
    public static final String AGENTS = CONTACT + "/agents";
    public static final String AGENT = AGENTS + "/{participantId}";
    public static final String AGENT_ATTACHMENTS = AGENT + "/attachments";

    public static final String STREAMINGS = CONTACT + "/streamings";
    /** What became of the items of all streamings. */
    public static final String STREAMING_DELIVERY = ControlPaths.BASE + "/streaming-delivery";

    public static final String FLOW = CONTACT + "/flow";
    public static final String FLOWS = ControlPaths.BASE + "/flows";
    public static final String STUBS = FLOWS + "/stubs";
    public static final String QUEUES = ControlPaths.BASE + "/queues";
    public static final String HOURS = ControlPaths.BASE + "/hours";
    public static final String STANDING_AGENTS = ControlPaths.BASE + "/standing-agents";
    public static final String OFFERS = STANDING_AGENTS + "/{agentId}/offers";
    public static final String BOTS = ControlPaths.BASE + "/bots";

    /** The journal. The path says what the journal holds, as decision 60 explains. */
    public static final String CALLS = ControlPaths.BASE + "/calls";

    /** The journal of contact events. */
    public static final String CONTACT_EVENTS = ControlPaths.BASE + "/contact-events";

    /** The stream of server-sent events. */
    public static final String EVENTS = ControlPaths.BASE + "/events";

    public static final String FAULTS = ControlPaths.BASE + "/faults";
    public static final String CLOCK = ControlPaths.BASE + "/clock";
    public static final String SETTINGS = ControlPaths.BASE + "/settings";
    public static final String IDS = ControlPaths.BASE + "/ids";
    public static final String STATE = ControlPaths.BASE + "/state";
    public static final String RESET = ControlPaths.BASE + "/reset";

    private ResourcePaths() {}
}
