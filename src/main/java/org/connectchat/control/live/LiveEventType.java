package org.connectchat.control.live;

import java.util.Locale;

/** The kinds of events. A caller asks for them by name. */
enum LiveEventType {
    /** A contact began, changed or ended. */
    CONTACT,
    /** A conversation has a new item: a message, an event or a receipt. */
    ITEM,
    /** A call of an AWS operation is over. */
    CALL,
    /** The flow of a chat has run an action. */
    FLOW,
    /** A call of the control API has changed something. */
    CHANGED;

    /** The name on the wire. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
