package org.connectchat.chat.contact;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.memory.MemorySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bean that takes memory for chats. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountSettings.class, MemorySettings.class})
class ContactConfiguration {

    @Bean
    MemoryBudget memoryBudget(MemorySettings settings) {
        return MemoryBudget.ofHeap(Runtime.getRuntime().maxMemory(), settings.share());
    }

    @Bean
    ChatMemory chatMemory(MemoryBudget budget) {
        return new ChatMemory(budget);
    }
}
