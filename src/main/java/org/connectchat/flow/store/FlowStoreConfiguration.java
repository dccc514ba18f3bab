package org.connectchat.flow.store;

import org.connectchat.chat.memory.MemoryBudget;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of flows. */
@Configuration(proxyBeanMethods = false)
class FlowStoreConfiguration {

    @Bean
    FlowStore flowStore(MemoryBudget memory) {
        return new FlowStore(memory);
    }

    @Bean
    FlowContentCheck flowContentCheck(ObjectProvider<ActionShapes> shapes) {
        return new LanguageCheck(shapes.getIfAvailable());
    }
}
