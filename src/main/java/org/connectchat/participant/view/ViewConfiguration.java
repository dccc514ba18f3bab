package org.connectchat.participant.view;

import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.flow.action.message.Views;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the settings of views, and tells flows which views there are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
class ViewConfiguration {

    @Bean
    Views views(ViewSettings settings) {
        Set<String> ids = settings.views().stream().map(ViewSettings.View::id).collect(Collectors.toUnmodifiableSet());
        return () -> ids;
    }
}
