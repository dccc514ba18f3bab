package org.connectchat.chat.access;

import java.time.Clock;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.ChatStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans for the tokens and tickets of participants. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    ExpiringKeys expiringKeys(Clock clock, ChatStore chats, ChatMemory memory) {
        return new ExpiringKeys(clock, chats, memory);
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
