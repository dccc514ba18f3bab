package org.connectchat.flow.run;

import java.time.Duration;
import java.util.function.Predicate;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.session.ChatFlows;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.flow.FlowSettings;
import org.connectchat.flow.action.ActionTypes;
import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.execution.RunServices;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.offer.OfferDeadlines;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.routing.RoutingClock;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.stub.Stubs;
import org.connectchat.flow.thread.FlowThreads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The beans that run flows. Most are made when the first chat begins with a flow. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    Feed<FlowLogEntry> flowSteps() {
        return new Feed<>();
    }

    @Bean
    Stubs flowStubs() {
        return new Stubs();
    }

    @Bean
    ChatFlows chatFlows(FlowSource source, ObjectProvider<FlowEngine> engine) {
        return new FlowStarts(source, engine);
    }

    @Bean
    @Lazy
    FlowThreads flowThreads(Deadlines deadlines) {
        FlowThreads threads = new FlowThreads();
        deadlines.settleWith(new Deadlines.Settling() {

            @Override
            public void await(Predicate<String> instanceIds, Duration atMost) {
                threads.settle(instanceIds, atMost);
            }

            @Override
            public void drop(Predicate<String> instanceIds) {
                threads.drop(instanceIds);
            }
        });
        return threads;
    }

    @Bean
    RoutingClock routingClock(Clocks clocks) {
        return clocks::now;
    }

    @Bean
    OfferDeadlines offerDeadlines(Deadlines deadlines) {
        return new OfferDeadlines(deadlines);
    }

    @Bean
    AgentArrivals agentArrivals(ChatStore chats, Agents agents, Routing routing, OfferDeadlines offers) {
        return new AgentArrivals(chats, agents::join, routing, offers);
    }

    @Bean
    FlowsState flowsState(
            ObjectProvider<FlowEngine> engine,
            FlowStore store,
            Queues queues,
            HoursCatalogue hours,
            Routing routing,
            ScriptedBots bots) {
        return new FlowsState(engine, store, queues, hours, routing, bots);
    }

    @Bean
    FlowInspector flowInspector(
            ChatStore chats, QueueLines lines, ObjectProvider<FlowEngine> engine, ObjectProvider<FlowThreads> threads) {
        return new FlowInspector(chats, lines, engine::getObject, threads::getObject);
    }

    @Bean
    @Lazy
    FlowServices flowServices(
            Clocks clocks,
            Deadlines deadlines,
            ChatItemFactory items,
            IdGenerator ids,
            ChatMemory memory,
            AccountSettings account,
            ActiveChats activeChats,
            ActionTypes types,
            FlowSource source,
            QueueLines lines,
            Routing routing,
            OfferDeadlines offers,
            Stubs stubs,
            Feed<FlowLogEntry> flowSteps) {
        return new FlowServices(
                clocks,
                items,
                ids,
                memory,
                account,
                new ContactRoots(account),
                activeChats,
                new RunServices(types, stubs, deadlines),
                source,
                lines,
                routing,
                offers,
                flowSteps);
    }

    @Bean
    @Lazy
    FlowEngine flowEngine(
            FlowServices services,
            ChatEndings endings,
            ChatPresence presence,
            AgentArrivals arrivals,
            FlowThreads threads,
            FlowSettings settings) {
        return new FlowEngine(
                services, endings, presence, arrivals, threads, settings.start() == FlowSettings.Start.ON_START);
    }
}
