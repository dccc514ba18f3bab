package org.connectchat.flow.lex;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.lex.script.WrongBotScript;
import org.connectchat.outbound.AccessKey;
import org.connectchat.outbound.EndpointUrl;
import org.connectchat.outbound.WrongEndpointException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the bots of flows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LexSettings.class)
class LexConfiguration {

    /** The time that Amazon Connect gives Lex (rule F67). */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final List<String> VARIABLES = List.of("AWS_ENDPOINT_URL_LEX_RUNTIME_V2", "AWS_ENDPOINT_URL");

    @Bean
    ScriptedBots scriptedBots(LexSettings settings) {
        try {
            return new ScriptedBots(settings.bots());
        } catch (WrongBotScript e) {
            throw new WrongLexSetting("emulator.flows.lex.bots." + e.path(), e.reason());
        }
    }

    @Bean
    Bots bots(ScriptedBots scripts, LexSettings settings, Environment environment) {
        return new Bots(scripts, endpoint(settings, environment), AccessKey.of(environment), TIMEOUT);
    }

    static @Nullable URI endpoint(LexSettings settings, Environment environment) {
        try {
            return EndpointUrl.of(settings.endpoint(), environment, VARIABLES);
        } catch (WrongEndpointException e) {
            throw new WrongLexSetting(e.variable(), e.reason());
        }
    }
}
