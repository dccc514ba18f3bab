package org.connectchat.chat.identity;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The source of ids and tokens. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    IdGenerator idGenerator() {
        return new IdGenerator(new SecureRandom());
    }
}
