package org.connectchat.connection;

import org.connectchat.chat.access.ConnectionTokens;
import org.connectchat.chat.access.SocketTickets;
import org.connectchat.chat.time.Clocks;
import org.connectchat.restjson.url.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the URL of the WebSocket, which the WebSocket endpoint uses too, and connections. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    WebsocketUrl websocketUrl(PublicUrl publicUrl) {
        return new WebsocketUrl(publicUrl);
    }

    @Bean
    Connections connections(ConnectionTokens tokens, SocketTickets tickets, WebsocketUrl url, Clocks clocks) {
        return new Connections(tokens, tickets, url, clocks);
    }
}
