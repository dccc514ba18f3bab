package org.connectchat.chat.participation;

import java.time.Clock;
import org.connectchat.chat.access.ConnectionTokens;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.chat.transcript.Transcripts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What participants do in chats. */
@Configuration(proxyBeanMethods = false)
class ParticipationConfiguration {

    @Bean
    ChatParticipants chatParticipants(
            Clock clock,
            ChatContactService chats,
            ChatEndings endings,
            Conversations conversations,
            ContactStore contacts,
            Deadlines deadlines,
            ParticipantTokens participantTokens,
            ConnectionTokens keys,
            Transcripts transcripts,
            ChatMemory memory,
            ChatItemFactory items) {
        return new ChatParticipants(
                clock,
                chats,
                endings,
                conversations,
                contacts,
                deadlines,
                participantTokens,
                keys,
                transcripts,
                memory,
                items);
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
            IdGenerator ids) {
        return new CustomParticipants(clock, chats, contacts, conversations, endings, participantTokens, memory, ids);
    }

    @Bean
    Agents agents(
            Clock clock,
            ContactStore contacts,
            ParticipantTokens participantTokens,
            ChatEndings endings,
            ChatParticipants participants,
            ChatMemory memory,
            IdGenerator ids) {
        return new Agents(clock, contacts, participantTokens, endings, participants, memory, ids);
    }
}
