package org.connectchat.connect;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.chat.lifecycle.StartableFlows;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the catalogue of instances and flows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectSettings.class)
class ConnectConfiguration {

    @Bean
    Catalogue catalogue(ConnectSettings settings, StartableFlows flows) {
        return new Catalogue(Instances.flowsByInstance(settings.instances()), flows);
    }

    @Bean
    Instances instances(ConnectSettings settings, Catalogue catalogue) {
        return new Instances(settings.instances(), catalogue);
    }
}
