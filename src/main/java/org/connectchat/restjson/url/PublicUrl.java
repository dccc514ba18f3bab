package org.connectchat.restjson.url;

import java.net.URI;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.TransportError;
import org.jspecify.annotations.Nullable;

/** The base URL by which clients reach the emulator: the configured one, or else the one that a caller used. */
public final class PublicUrl {

    private final @Nullable URI configured;

    public PublicUrl(@Nullable URI configured) {
        this.configured = configured;
    }

    /** The configured one, without a slash at its end, or null. */
    public @Nullable URI configured() {
        return configured;
    }

    /**
     * The base URL of the URLs in the response to one call.
     *
     * @param used the base URL that the caller used
     * @throws AwsException if it names no host
     */
    public URI of(String used) {
        if (configured != null) {
            return configured;
        }
        try {
            URI url = URI.create(used);
            if (Authority.isWholeOf(url)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // refused like a URL without a host
        }
        throw new AwsException(
                TransportError.BAD_REQUEST, "The Host or X-Forwarded-* headers name no host to send you back to");
    }
}
