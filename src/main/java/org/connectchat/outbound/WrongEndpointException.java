package org.connectchat.outbound;

import org.jspecify.annotations.Nullable;

/** An environment variable that names an endpoint has a value that cannot be used. */
public final class WrongEndpointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String REASON = "must be an http or https URL with a host and without a query";

    private final String variable;

    WrongEndpointException(String variable, @Nullable Throwable cause) {
        super(variable + " " + REASON, cause);
        this.variable = variable;
    }

    /** The name of the variable. */
    public String variable() {
        return variable;
    }

    /** What the value must be. */
    public String reason() {
        return REASON;
    }
}
