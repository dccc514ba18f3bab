package org.connectchat.chat.lifecycle;

import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.ItemStreamOpener;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.ChatFlows;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.chat.time.TimeTravels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that start and end chats. The package {@code connect} configures the catalogue. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChatSettings.class, QuotaSettings.class})
class LifecycleConfiguration {

    @Bean
    ActiveChats activeChats(QuotaSettings quotas) {
        return new ActiveChats(quotas.concurrentActiveChats());
    }

    @Bean
    ClientTokens clientTokens(Clocks clocks, ChatSettings settings, QuotaSettings quotas, ChatMemory memory) {
        // One token for each chat that can be read, and as many for forgotten chats.
        int maximum = 2 * settings.retainedContacts() + quotas.concurrentActiveChats();
        return new ClientTokens(clocks, settings.idempotencyWindow(), maximum, memory.budget());
    }

    @Bean
    ChatDeadlines chatDeadlines(Deadlines deadlines, ChatSettings settings) {
        return new ChatDeadlines(deadlines, settings.connectionDeadline());
    }

    @Bean
    ChatEndings chatEndings(
            Clocks clocks,
            ChatSettings settings,
            ActiveChats activeChats,
            Deadlines deadlines,
            ChatDeadlines chatDeadlines,
            ChatMemory memory,
            ChatItemFactory items,
            IdGenerator ids) {
        return new ChatEndings(clocks, settings, activeChats, deadlines, chatDeadlines, memory, items, ids);
    }

    @Bean
    Contacts contacts(Clocks clocks, ChatStore chats, ChatMemory memory) {
        return new Contacts(clocks, chats, memory);
    }

    @Bean
    PersistentChats persistentChats(Clocks clocks, ChatStore chats, ChatItemFactory items) {
        return new PersistentChats(clocks, chats, items);
    }

    @Bean
    ContactStreamings contactStreamings(
            ChatStore chats, ChatMemory memory, IdGenerator ids, ObjectProvider<ItemStreamOpener> opener) {
        return new ContactStreamings(chats, memory, ids, opener.getIfAvailable(() -> ItemStreamOpener.NONE));
    }

    @Bean
    ChatContactService chatContactService(
            Clocks clocks,
            ChatSettings settings,
            Catalogue catalogue,
            ChatStore chats,
            IdGenerator ids,
            ActiveChats activeChats,
            ClientTokens clientTokens,
            ChatDeadlines deadlines,
            ChatEndings endings,
            ChatMemory memory,
            ObjectProvider<ChatFlows> flows,
            ContactStreamings streamings) {
        NewContacts newContacts = new NewContacts(clocks, settings.defaultDuration(), ids);
        return new ChatContactService(
                clocks,
                catalogue,
                chats,
                newContacts,
                activeChats,
                clientTokens,
                deadlines,
                endings,
                memory,
                flows.getIfAvailable(() -> ChatFlows.NONE),
                streamings);
    }

    @Bean
    ChatArchive chatArchive(
            ChatStore store,
            ChatContactService service,
            ClientTokens clientTokens,
            ActiveChats activeChats,
            ChatDeadlines deadlines,
            ChatEndings endings,
            ContactStreamings streamings,
            ChatMemory memory,
            TimeTravels travels) {
        return new ChatArchive(
                store, service, clientTokens, activeChats, deadlines, endings, streamings, memory, travels);
    }
}
