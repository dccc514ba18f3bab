package org.connectchat.participant.connection;

import org.connectchat.restjson.url.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the URL of the WebSocket, which the WebSocket endpoint uses too. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    WebsocketUrl websocketUrl(PublicUrl publicUrl) {
        return new WebsocketUrl(publicUrl);
    }
}
