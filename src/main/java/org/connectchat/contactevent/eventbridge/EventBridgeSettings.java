package org.connectchat.contactevent.eventbridge;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.connectchat.outbound.EndpointUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.PropertyResolver;

/**
 * {@code emulator.eventbridge.*}: where contact events are sent.
 *
 * @param endpoint a server that speaks PutEvents; null for AWS_ENDPOINT_URL_EVENTBRIDGE, then none. AWS_ENDPOINT_URL
 *     alone does not switch events on (rule E1)
 * @param eventBus the name or the ARN of the event bus
 */
@ConfigurationProperties("emulator.eventbridge")
record EventBridgeSettings(
        @Nullable URI endpoint,

        @DefaultValue("default") @NotNull @Size(min = 1, max = 1600)
        String eventBus) {

    private static final List<String> VARIABLES = List.of("AWS_ENDPOINT_URL_EVENTBRIDGE");

    @AssertTrue(message = "endpoint must be an http or https URL with a host, and without a query")
    boolean isEndpointUsable() {
        return endpoint == null || EndpointUrl.isUsable(endpoint);
    }

    /** Where events are sent; null if they are not. */
    @Nullable
    URI url(PropertyResolver variables) {
        return EndpointUrl.of(endpoint, variables, VARIABLES);
    }

    /** Without the URL, which may hold secrets. */
    @Override
    public String toString() {
        return "EventBridgeSettings[" + eventBus + "]";
    }
}
