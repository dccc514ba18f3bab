package org.connectchat.connection;

/**
 * A connection token, which opens the Participant Service.
 *
 * @param expiry ISO 8601 with milliseconds
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_ConnectionCredentials.html">ConnectionCredentials</a>
 */
public record ConnectionCredentials(String connectionToken, String expiry) {

    /** Without the token. */
    @Override
    public String toString() {
        return "ConnectionCredentials[" + expiry + "]";
    }
}
