package org.connectchat.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * Where the endpoint of an AWS service is. There is none unless one is configured, so AWS is never called by default
 * (rule F58).
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific endpoints</a>
 */
public final class EndpointUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private EndpointUrl() {}

    /**
     * The URL of a setting, else of the first variable that has one, else null.
     *
     * @param variables the names of the environment variables that AWS's own clients read, in their order
     * @throws WrongEndpointException if the variable has no usable URL
     */
    public static @Nullable URI of(@Nullable URI setting, PropertyResolver environment, List<String> variables) {
        if (setting != null) {
            return setting;
        }
        for (String variable : variables) {
            String value = environment.getProperty(variable, "");
            if (!value.isBlank()) {
                return url(variable, value.strip());
            }
        }
        return null;
    }

    private static URI url(String variable, String value) {
        try {
            URI url = new URI(value);
            if (isUsable(url)) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new WrongEndpointException(variable, e);
        }
        throw new WrongEndpointException(variable, null);
    }

    /** Whether paths can be added to it. */
    public static boolean isUsable(URI url) {
        return isUrl(url) && url.getRawQuery() == null && url.getRawFragment() == null;
    }

    /** Whether requests can be sent to it. */
    public static boolean isUrl(URI url) {
        return url.getScheme() != null && SCHEMES.contains(url.getScheme()) && url.getHost() != null;
    }
}
