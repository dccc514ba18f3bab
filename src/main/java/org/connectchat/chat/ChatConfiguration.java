package org.connectchat.chat;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the domain together. The catalogue comes from the room that knows how instances are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountSettings.class, ChatSettings.class, IdSettings.class, QuotaSettings.class})
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
    TimeTravel timeTravel(EmulatorClock clock, Deadlines deadlines) {
        return new TimeTravel(clock, deadlines);
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
    ActiveChats activeChats(QuotaSettings quotas) {
        return new ActiveChats(quotas.concurrentActiveChats());
    }

    @Bean
    ParticipantTokens participantTokens(ContactStore contacts) {
        return new ParticipantTokens(contacts);
    }

    @Bean
    ChatEndings chatEndings(
            ChatSettings settings,
            ContactStore contacts,
            Conversations conversations,
            ParticipantTokens participantTokens,
            ActiveChats activeChats,
            Deadlines deadlines,
            Mint mint) {
        return new ChatEndings(settings, contacts, conversations, participantTokens, activeChats, deadlines, mint);
    }

    @Bean
    ChatContactService chatContactService(
            Clock clock,
            ChatSettings settings,
            QuotaSettings quotas,
            Catalogue catalogue,
            ContactStore contacts,
            Conversations conversations,
            ActiveChats activeChats,
            ParticipantTokens participantTokens,
            ChatEndings endings,
            Mint mint) {
        return new ChatContactService(
                clock,
                settings,
                quotas,
                catalogue,
                contacts,
                conversations,
                activeChats,
                participantTokens,
                endings,
                mint);
    }

    @Bean
    ChatParticipants chatParticipants(
            Clock clock,
            ChatContactService chats,
            ChatEndings endings,
            Conversations conversations,
            ContactStore contacts,
            Deadlines deadlines,
            ParticipantTokens participantTokens,
            Mint mint) {
        return new ChatParticipants(clock, chats, endings, conversations, contacts, deadlines, participantTokens, mint);
    }

    @Bean
    CustomParticipants customParticipants(
            Clock clock,
            ChatContactService chats,
            ContactStore contacts,
            Conversations conversations,
            ChatEndings endings,
            ParticipantTokens participantTokens,
            Mint mint) {
        return new CustomParticipants(clock, chats, contacts, conversations, endings, participantTokens, mint);
    }

    @Bean
    ChatRecords chatRecords(Conversations conversations, Deadlines deadlines) {
        return new ChatRecords(conversations, deadlines);
    }

    @Bean
    Agents agents(
            Clock clock,
            ContactStore contacts,
            ParticipantTokens participantTokens,
            ChatEndings endings,
            ChatParticipants participants,
            Mint mint) {
        return new Agents(clock, contacts, participantTokens, endings, participants, mint);
    }
}
