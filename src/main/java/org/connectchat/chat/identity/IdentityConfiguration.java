package org.connectchat.chat.identity;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The source of ids and tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdSettings.class)
class IdentityConfiguration {

    @Bean
    IdGenerator idGenerator(IdSettings settings) {
        IdGenerator ids = new IdGenerator(new SecureRandom());
        ids.seedNext(settings.seed());
        ids.restart();
        return ids;
    }
}
