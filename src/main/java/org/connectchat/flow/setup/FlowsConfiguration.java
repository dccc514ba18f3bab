package org.connectchat.flow.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.PersistentChats;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.ActionTypes;
import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.action.contact.ContactActions;
import org.connectchat.flow.action.course.CourseActions;
import org.connectchat.flow.action.message.MessageActions;
import org.connectchat.flow.action.message.Views;
import org.connectchat.flow.action.queue.QueueActions;
import org.connectchat.flow.action.service.ServiceActions;
import org.connectchat.flow.action.voice.VoiceActions;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.lambda.LambdaFunctions;
import org.connectchat.flow.lex.Bots;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.store.ActionShapes;
import org.connectchat.flow.store.FlowStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Creates the action types and the source of flows. The action types are created for the first flow. */
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
    ActionTypes actionTypes(
            LambdaFunctions functions,
            Queues queues,
            HoursCatalogue hours,
            QueueLines lines,
            Routing routing,
            Contacts contacts,
            PersistentChats persistentChats,
            Bots bots,
            ObjectProvider<Views> views) {
        List<ActionType> types = new ArrayList<>();
        types.addAll(CourseActions.all(functions));
        types.addAll(QueueActions.all(queues, hours, lines, routing));
        types.addAll(ContactActions.all(contacts, persistentChats));
        types.addAll(MessageActions.all(bots::recognize, views.getIfAvailable(() -> Set::of)));
        types.addAll(VoiceActions.all());
        types.addAll(ServiceActions.all());
        return new ActionTypes(types);
    }
}
