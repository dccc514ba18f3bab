package org.connectchat.connect;

import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.error.Violations;

/**
 * Chooses between Connect's two errors of status 400. AWS publishes no rule, so the emulator decides, in this class only.
 * A single value that breaks its own constraint is InvalidParameterException. A malformed request, a missing member, and
 * a rule between members or about state is InvalidRequestException.
 */
public final class ConnectViolations {

    static final ErrorType SINGLE_VALUE = ConnectError.INVALID_PARAMETER;
    static final ErrorType MISSING_OR_BETWEEN_MEMBERS = ConnectError.INVALID_REQUEST;
    static final ErrorType MALFORMED = ConnectError.INVALID_REQUEST;
    static final ErrorType STATE = ConnectError.INVALID_REQUEST;

    private ConnectViolations() {}

    public static Violations collect() {
        return new Violations(SINGLE_VALUE, MISSING_OR_BETWEEN_MEMBERS);
    }

    /**
     * For the operations whose model does not declare InvalidParameterException: GetContactAttributes,
     * CreateParticipant.
     */
    public static Violations collectWithoutInvalidParameter() {
        return new Violations(MISSING_OR_BETWEEN_MEMBERS, MISSING_OR_BETWEEN_MEMBERS);
    }

    /** For UpdateContactRoutingData, whose model does not declare InvalidRequestException. */
    public static Violations collectWithoutInvalidRequest() {
        return new Violations(SINGLE_VALUE, SINGLE_VALUE);
    }
}
