package org.connectchat.chat;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the domain together. The catalogue comes from the room that knows how instances are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChatSettings.class, QuotaSettings.class})
class ChatConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Deadlines deadlines(Clock clock) {
        return new Deadlines(clock).started();
    }

    @Bean
    ChatContactService chatContactService(
            Clock clock, ChatSettings settings, QuotaSettings quotas, Catalogue catalogue, Deadlines deadlines) {
        return new ChatContactService(
                clock,
                settings,
                quotas,
                catalogue,
                new InMemoryContactStore(),
                deadlines,
                new Mint(new SecureRandom()));
    }
}
