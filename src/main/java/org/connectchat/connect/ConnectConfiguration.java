package org.connectchat.connect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.Catalogue;
import org.connectchat.connect.ConnectSettings.Instance;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operations need of the configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectSettings.class)
class ConnectConfiguration {

    @Bean
    Catalogue catalogue(ConnectSettings settings) {
        Map<String, Set<String>> flowsByInstance = new HashMap<>();
        for (Instance instance : settings.instances()) {
            Set<String> flows = flowsByInstance.computeIfAbsent(ResourceId.of(instance.id()), id -> new HashSet<>());
            instance.flows().forEach(flow -> flows.add(ResourceId.of(flow.id())));
        }
        return new Catalogue(flowsByInstance);
    }

    @Bean
    WidgetDefaults widgetDefaults(ConnectSettings settings) {
        return new WidgetDefaults(settings.instances());
    }
}
