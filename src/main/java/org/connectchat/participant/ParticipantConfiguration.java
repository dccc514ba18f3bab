package org.connectchat.participant;

import org.connectchat.restjson.PublicUrl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operations need that is no operation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
class ParticipantConfiguration {

    @Bean
    WebsocketUrl websocketUrl(PublicUrl publicUrl) {
        return new WebsocketUrl(publicUrl);
    }
}
