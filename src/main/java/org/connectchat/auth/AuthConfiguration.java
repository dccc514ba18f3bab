package org.connectchat.auth;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Registers the check of signatures before all other interceptors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthSettings.class)
class AuthConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SignatureCheck signatureCheck(AuthSettings settings) {
        return new SignatureCheck(settings, Clock.systemUTC());
    }
}
