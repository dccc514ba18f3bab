package org.connectchat.flow.lex;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.util.Map;
import org.connectchat.flow.lex.script.BotScript;
import org.connectchat.outbound.EndpointUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.flows.lex}: the bots of flows (rule F68).
 *
 * @param endpoint the base URL of a server that has RecognizeText of Lex V2; null for that of AWS_ENDPOINT_URL_LEX_RUNTIME_V2
 *     or AWS_ENDPOINT_URL, or none
 * @param bots the scripted bots, by name, bot id or alias ARN
 */
@ConfigurationProperties("emulator.flows.lex")
public record LexSettings(
        @Nullable URI endpoint, @DefaultValue Map<String, BotScript> bots) {

    @AssertTrue(message = "endpoint must be an http or https URL with a host")
    boolean isEndpointUsable() {
        return endpoint == null || EndpointUrl.isUsable(endpoint);
    }
}
