package org.connectchat.flow.lambda;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * Where the endpoint of AWS Lambda is. It is never AWS by default (rule F58).
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific endpoints</a>
 */
final class EndpointUrl {

    private static final List<String> VARIABLES = List.of("AWS_ENDPOINT_URL_LAMBDA", "AWS_ENDPOINT_URL");

    private EndpointUrl() {}

    /**
     * The URL of the settings, else of the first variable that has one, else null.
     *
     * @throws CallFailure if the variable has no usable URL
     */
    static @Nullable URI of(LambdaSettings settings, PropertyResolver variables) throws CallFailure {
        if (settings.endpoint() != null) {
            return settings.endpoint();
        }
        for (String variable : VARIABLES) {
            String value = variables.getProperty(variable, "");
            if (!value.isBlank()) {
                return url(variable, value);
            }
        }
        return null;
    }

    private static URI url(String variable, String value) throws CallFailure {
        try {
            URI url = URI.create(value.strip());
            if (LambdaSettings.isUrl(url) && url.getRawQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new CallFailure(variable + " is no URL", e);
        }
        throw new CallFailure(variable + " is no http or https URL with a host");
    }
}
