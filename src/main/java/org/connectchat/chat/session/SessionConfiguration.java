package org.connectchat.chat.session;

import org.connectchat.chat.contact.ContactListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps chats in memory. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    ChatStore chatStore(ObjectProvider<ContactListener> listener) {
        return new ChatStore(listener.getIfAvailable(() -> ContactListener.NONE));
    }
}
