package org.connectchat.chat.conversation;

import org.connectchat.chat.Feed;
import org.connectchat.chat.identity.IdGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bean that makes the items of conversations. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    Feed<ChatItem> publishedItems() {
        return new Feed<>();
    }

    @Bean
    ChatItemFactory chatItemFactory(IdGenerator ids) {
        return new ChatItemFactory(ids);
    }
}
