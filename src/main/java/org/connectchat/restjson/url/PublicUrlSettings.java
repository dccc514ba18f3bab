package org.connectchat.restjson.url;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code emulator.public-url}: the base URL by which clients reach the emulator.
 *
 * @param publicUrl the base URL by which clients reach the emulator; null for the one that each request was sent to
 */
@ConfigurationProperties("emulator")
public record PublicUrlSettings(@Nullable URI publicUrl) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @AssertTrue(message = "public-url must be an http or https URL with a host")
    boolean isPublicUrlUsable() {
        return publicUrl == null
                || (hasHost(publicUrl) && publicUrl.getScheme() != null && SCHEMES.contains(publicUrl.getScheme()));
    }

    @Nullable
    public URI withoutTrailingSlash() {
        return publicUrl == null ? null : URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }

    /** Not getHost(), which is null for a host with an underscore. Container networks have such hosts. */
    private static boolean hasHost(URI url) {
        String authority = url.getRawAuthority();
        return authority != null && !authority.startsWith(":");
    }
}
