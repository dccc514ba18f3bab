package org.connectchat.flow.lex;

import java.time.Duration;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.lex.script.WrongBotScript;
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
        return new Bots(
                scripts, LexEndpoint.of(settings.endpoint(), environment), LexCredentials.of(environment), TIMEOUT);
    }
}
