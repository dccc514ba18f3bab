package org.connectchat.flow.lambda;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.util.Map;
import org.connectchat.outbound.AccessKey;
import org.connectchat.outbound.EndpointUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.PropertyResolver;

/**
 * {@code emulator.flows.lambda.*}: where the functions of flows are.
 *
 * @param endpoint a server that speaks the Invoke operation of AWS Lambda; null for AWS_ENDPOINT_URL_LAMBDA, then
 *     AWS_ENDPOINT_URL, then none
 * @param functions URLs that stand for functions, by name or ARN; they go before the endpoint
 * @param accessKeyId the access key that signs the calls of the endpoint; null for AWS_ACCESS_KEY_ID, then a dummy
 * @param secretAccessKey the secret of that access key
 * @param sessionToken the session token of temporary credentials; null for a permanent key
 */
@ConfigurationProperties("emulator.flows.lambda")
record LambdaSettings(
        @Nullable URI endpoint,
        @DefaultValue Map<String, URI> functions,
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey,
        @Nullable String sessionToken) {

    @AssertTrue(message = "endpoint must be an http or https URL with a host, and without a query")
    boolean isEndpointUsable() {
        return endpoint == null || EndpointUrl.isUsable(endpoint);
    }

    @AssertTrue(message = "functions must have names or ARNs of Lambda functions as keys")
    boolean isEachFunctionNamed() {
        return functions.keySet().stream().allMatch(key -> FunctionName.of(key) != null);
    }

    @AssertTrue(message = "functions must have http or https URLs with a host as values")
    boolean isEachFunctionReachable() {
        return functions.values().stream().allMatch(EndpointUrl::isUrl);
    }

    @AssertTrue(
            message = "access-key-id and secret-access-key must be given together, and session-token with them only")
    boolean isKeyWhole() {
        return (accessKeyId == null) == (secretAccessKey == null) && (sessionToken == null || accessKeyId != null);
    }

    /** The access key of the settings, else that of the environment. */
    AccessKey accessKey(PropertyResolver environment) {
        return accessKeyId != null && secretAccessKey != null
                ? new AccessKey(accessKeyId, secretAccessKey, sessionToken)
                : AccessKey.of(environment);
    }

    /** Without the secrets, which URLs may hold too. */
    @Override
    public String toString() {
        return "LambdaSettings[" + functions.keySet() + "]";
    }
}
