package org.connectchat.chat.access;

import java.time.Clock;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.identity.IdGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What opens a chat: tokens and tickets. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    ParticipantTokens participantTokens(ContactStore contacts) {
        return new ParticipantTokens(contacts);
    }

    @Bean
    ConnectionTokens connectionTokens(Clock clock, ContactStore contacts, ChatMemory memory, IdGenerator ids) {
        return new ConnectionTokens(clock, contacts, memory, ids);
    }
}
