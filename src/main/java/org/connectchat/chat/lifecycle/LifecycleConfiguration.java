package org.connectchat.chat.lifecycle;

import java.time.Clock;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.IdSettings;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.time.Deadlines;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The starts and ends of chats. The catalogue comes from the room that knows how instances are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChatSettings.class, IdSettings.class, QuotaSettings.class})
class LifecycleConfiguration {

    @Bean
    ActiveChats activeChats(QuotaSettings quotas) {
        return new ActiveChats(quotas.concurrentActiveChats());
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
            ChatItemFactory items) {
        return new ChatEndings(
                settings, contacts, conversations, participantTokens, activeChats, deadlines, memory, items);
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
            IdGenerator ids) {
        return new ChatContactService(
                clock, settings, quotas, catalogue, contacts, activeChats, participantTokens, endings, memory, ids);
    }
}
