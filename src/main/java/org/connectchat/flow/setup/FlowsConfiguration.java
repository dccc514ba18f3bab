package org.connectchat.flow.setup;

import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.ActionTypes;
import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.store.ActionShapes;
import org.connectchat.flow.store.FlowStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The beans that put flows together. The action types are made for the first flow. */
@Configuration(proxyBeanMethods = false)
class FlowsConfiguration {

    @Bean
    FlowSource flowSource(FlowStore store) {
        return new StoredFlows(store);
    }

    @Bean
    ActionShapes actionShapes(ObjectProvider<ActionTypes> types) {
        return type -> types.getObject().shape(type);
    }

    @Bean
    @Lazy
    ActionTypes actionTypes() {
        List<ActionType> types = List.of();
        return new ActionTypes(types);
    }
}
