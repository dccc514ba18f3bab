package org.connectchat.chat.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps chats in memory. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    ChatStore chatStore() {
        return new InMemoryChatStore();
    }
}
