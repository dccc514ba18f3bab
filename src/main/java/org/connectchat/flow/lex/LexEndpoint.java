package org.connectchat.flow.lex;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** Finds the URL of the Lex endpoint. There is none unless one is configured, so AWS is never called by default. */
final class LexEndpoint {

    /** The variables by which AWS's own clients find a local endpoint, in their order. */
    private static final List<String> VARIABLES = List.of("AWS_ENDPOINT_URL_LEX_RUNTIME_V2", "AWS_ENDPOINT_URL");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private LexEndpoint() {}

    static @Nullable URI of(@Nullable URI configured, PropertyResolver environment) {
        if (configured != null) {
            return configured;
        }
        for (String variable : VARIABLES) {
            String url = environment.getProperty(variable);
            if (url != null && !url.isBlank()) {
                return usable(url.strip(), variable);
            }
        }
        return null;
    }

    private static URI usable(String url, String variable) {
        try {
            URI uri = new URI(url);
            if (isUsable(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // refused like a URL without a host
        }
        throw new WrongLexSetting(variable, "must be an http or https URL with a host");
    }

    static boolean isUsable(URI url) {
        return url.getScheme() != null
                && SCHEMES.contains(url.getScheme())
                && url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }
}
