package org.connectchat.chat;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the domain together. The catalogue comes from the room that knows how instances are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountSettings.class, ChatSettings.class, QuotaSettings.class})
class ChatConfiguration {

    @Bean
    EmulatorClock clock() {
        return new EmulatorClock(Clock.systemUTC());
    }

    @Bean
    Deadlines deadlines(Clock clock) {
        return new Deadlines(clock).started();
    }

    @Bean
    Mint mint() {
        return new Mint(new SecureRandom());
    }

    @Bean
    Handles handles(Mint mint) {
        return new Handles(mint);
    }

    @Bean
    ContactStore contactStore() {
        return new InMemoryContactStore();
    }

    @Bean
    Conversations conversations(Clock clock) {
        return new Conversations(clock);
    }

    @Bean
    ChatContactService chatContactService(
            Clock clock,
            ChatSettings settings,
            QuotaSettings quotas,
            Catalogue catalogue,
            ContactStore contacts,
            Deadlines deadlines,
            Mint mint,
            Conversations conversations) {
        return new ChatContactService(clock, settings, quotas, catalogue, contacts, deadlines, mint, conversations);
    }

    @Bean
    ChatParticipants chatParticipants(
            Clock clock,
            ChatContactService chats,
            Conversations conversations,
            ContactStore contacts,
            Deadlines deadlines,
            Mint mint) {
        return new ChatParticipants(clock, chats, conversations, contacts, deadlines, mint);
    }

    @Bean
    Bots bots(Clock clock, ChatContactService chats, ContactStore contacts, Mint mint) {
        return new Bots(clock, chats, contacts, mint);
    }
}
