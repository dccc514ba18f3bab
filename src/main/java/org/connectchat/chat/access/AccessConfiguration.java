package org.connectchat.chat.access;

import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans for the tokens and tickets of participants. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    ExpiringKeys expiringKeys(Clocks clocks, ChatStore chats, ChatMemory memory) {
        return new ExpiringKeys(clocks, chats, memory);
    }

    @Bean
    ParticipantTokens participantTokens(ChatStore chats) {
        return new ParticipantTokens(chats);
    }

    @Bean
    ConnectionTokens connectionTokens(ExpiringKeys keys, IdGenerator ids) {
        return new ConnectionTokens(keys, ids);
    }

    @Bean
    SocketTickets socketTickets(ExpiringKeys keys, IdGenerator ids) {
        return new SocketTickets(keys, ids);
    }
}
