package org.connectchat.contactevent;

/**
 * What has happened to a contact (rule E3).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html">Contact events data model</a>
 */
public enum ContactEventType {
    /** A chat was started, or goes on in another contact. */
    INITIATED,
    /** The customer has connected. */
    CONNECTED_TO_SYSTEM,
    /** The contact has entered a queue. */
    QUEUED,
    /** The first agent of the contact has connected. */
    CONNECTED_TO_AGENT,
    /** The contact has ended. */
    DISCONNECTED,
    /** Follows DISCONNECTED at once, with the same data. */
    COMPLETED,
    /** Attributes, tags or segment attributes have changed. */
    CONTACT_DATA_UPDATED
}
