package org.connectchat.chat.session;

import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.ContactListener;
import org.connectchat.chat.conversation.ChatItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps chats in memory. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    ChatStore chatStore(ObjectProvider<ContactListener> listener, Feed<ChatItem> publishedItems) {
        return new ChatStore(listener.getIfAvailable(() -> ContactListener.NONE), publishedItems);
    }
}
