package org.connectchat.flow.language;

/** How severe a problem is (rules F77 and F83). */
public enum Severity {

    /** The flow cannot be run; it is always refused. */
    STRUCTURAL,

    /** The service refuses to publish the flow; in a file it is a warning. */
    PUBLISHING
}
