package org.connectchat.chat.participation;

import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatArchive;
import org.connectchat.chat.lifecycle.ChatDeadlines;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadlines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that let participants act in chats. */
@Configuration(proxyBeanMethods = false)
class ParticipationConfiguration {

    @Bean
    OpenChats openChats(ChatStore chats) {
        return new OpenChats(chats);
    }

    @Bean
    ChatTimers chatTimers(
            Clocks clocks, Deadlines deadlines, ChatEndings endings, ChatItemFactory items, ChatArchive archive) {
        ChatTimers timers = new ChatTimers(clocks, deadlines, endings, items);
        archive.whenResumed(timers::resume);
        return timers;
    }

    @Bean
    ChatPresence chatPresence(
            Clocks clocks,
            OpenChats chats,
            ChatEndings endings,
            ChatDeadlines chatDeadlines,
            Deadlines deadlines,
            ChatTimers timers,
            ChatItemFactory items) {
        return new ChatPresence(clocks, chats, endings, chatDeadlines, deadlines, timers, items);
    }

    @Bean
    ChatParticipants chatParticipants(
            Clocks clocks,
            OpenChats chats,
            ChatMemory memory,
            ChatTimers timers,
            ChatPresence presence,
            ChatItemFactory items) {
        return new ChatParticipants(clocks, chats, memory, timers, presence, items);
    }

    @Bean
    CustomParticipants customParticipants(
            Clocks clocks, Contacts contacts, OpenChats chats, ChatMemory memory, IdGenerator ids) {
        return new CustomParticipants(clocks, contacts, chats, memory, ids);
    }

    @Bean
    Agents agents(
            Clocks clocks,
            OpenChats chats,
            ChatEndings endings,
            ChatPresence presence,
            ChatParticipants participants,
            ChatTimers timers,
            ChatItemFactory items,
            ChatMemory memory,
            IdGenerator ids) {
        return new Agents(clocks, chats, endings, presence, participants, timers, items, memory, ids);
    }
}
