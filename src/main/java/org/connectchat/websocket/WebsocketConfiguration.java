package org.connectchat.websocket;

import java.time.Duration;
import org.connectchat.chat.access.SocketTickets;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.connection.WebsocketUrl;
import org.connectchat.restjson.json.WireJson;
import org.connectchat.restjson.tomcat.ConnectionResetter;
import org.connectchat.websocket.frame.FrameUpgradeStrategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Serves WebSockets on their path: from any origin, without a subprotocol, with a ticket in the URL. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class WebsocketConfiguration {

    /** The buffers of each socket; longer messages come in parts. Clients send no binary messages. */
    private static final int TEXT_BUFFER_CHARACTERS = 512;

    private static final int BINARY_BUFFER_BYTES = 128;

    /** Clients close their sockets when they receive chat.ended; this time-out is for those that do not. */
    private static final Duration LEFT_OPEN = Duration.ofSeconds(5);

    @Bean
    ChatSockets chatSockets(ChatPresence presence) {
        ChatSockets sockets = new ChatSockets(new SocketLimit());
        presence.afterEnd(LEFT_OPEN, sockets::over);
        presence.whenLeft(sockets::gone);
        presence.whenAllRemoved(sockets::allOver);
        return sockets;
    }

    @Bean
    SocketCounts socketCounts() {
        return new SocketCounts();
    }

    @Bean
    SocketThreads socketThreads() {
        return new SocketThreads();
    }

    @Bean
    WebSocketConfigurer webSocketHandlers(
            ChatPresence presence,
            SocketTickets tickets,
            ChatSockets sockets,
            WireJson json,
            SocketThreads threads,
            ObjectProvider<SocketFaults> faults,
            ConnectionResetter connections,
            SocketCounts counts,
            MemoryBudget budget,
            ChatMemory memory) {
        SocketFaults asked = faults.getIfAvailable(() -> (instanceId, contactId) -> SocketFault.NONE);
        WaitingFrames waiting = new WaitingFrames(budget);
        SocketHandler handler = new SocketHandler(
                presence, sockets, new Frames(json), threads, asked, connections, counts, waiting, memory);
        return (WebSocketHandlerRegistry registry) -> registry.addHandler(handler, WebsocketUrl.PATH)
                .setHandshakeHandler(new DefaultHandshakeHandler(new FrameUpgradeStrategy()))
                .addInterceptors(new TicketHandshakeInterceptor(tickets))
                .setAllowedOriginPatterns("*");
    }

    @Bean
    ServletServerContainerFactoryBean websocketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(TEXT_BUFFER_CHARACTERS);
        container.setMaxBinaryMessageBufferSize(BINARY_BUFFER_BYTES);
        return container;
    }
}
