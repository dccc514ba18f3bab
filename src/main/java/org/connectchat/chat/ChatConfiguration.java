package org.connectchat.chat;

import java.security.SecureRandom;
import java.time.Clock;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.memory.MemorySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the domain together. The catalogue comes from the room that knows how instances are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AccountSettings.class,
    ChatSettings.class,
    IdSettings.class,
    MemorySettings.class,
    QuotaSettings.class
})
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
    MemoryBudget memoryBudget(MemorySettings settings) {
        return MemoryBudget.ofHeap(Runtime.getRuntime().maxMemory(), settings.share());
    }

    @Bean
    ChatMemory chatMemory(MemoryBudget budget) {
        return new ChatMemory(budget);
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
            ChatMemory memory,
            Mint mint) {
        return new ChatEndings(
                settings, contacts, conversations, participantTokens, activeChats, deadlines, memory, mint);
    }

    @Bean
    ChatContactService chatContactService(
            Clock clock,
            ChatSettings settings,
            QuotaSettings quotas,
            Catalogue catalogue,
            ContactStore contacts,
            ActiveChats activeChats,
            ParticipantTokens participantTokens,
            ChatEndings endings,
            ChatMemory memory,
            Mint mint) {
        return new ChatContactService(
                clock, settings, quotas, catalogue, contacts, activeChats, participantTokens, endings, memory, mint);
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
            ChatMemory memory,
            Mint mint) {
        return new ChatParticipants(
                clock, chats, endings, conversations, contacts, deadlines, participantTokens, memory, mint);
    }

    @Bean
    CustomParticipants customParticipants(
            Clock clock,
            ChatContactService chats,
            ContactStore contacts,
            Conversations conversations,
            ChatEndings endings,
            ParticipantTokens participantTokens,
            ChatMemory memory,
            Mint mint) {
        return new CustomParticipants(clock, chats, contacts, conversations, endings, participantTokens, memory, mint);
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
            ChatMemory memory,
            Mint mint) {
        return new Agents(clock, contacts, participantTokens, endings, participants, memory, mint);
    }
}
