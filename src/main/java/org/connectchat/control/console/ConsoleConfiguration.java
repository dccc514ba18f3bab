package org.connectchat.control.console;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leads browsers to the console. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleConfiguration {

    @Bean
    RootMapping rootMapping(ConsoleSettings settings) {
        return new RootMapping(settings.enabled());
    }
}
