package org.connectchat.chat.conversation;

import java.time.Clock;
import org.connectchat.chat.identity.IdGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The conversations of chats. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    Conversations conversations(Clock clock) {
        return new Conversations(clock);
    }

    @Bean
    ChatItemFactory chatItemFactory(IdGenerator ids) {
        return new ChatItemFactory(ids);
    }
}
