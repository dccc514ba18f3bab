package org.connectchat.flow.view;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the catalogue of views. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
class ViewConfiguration {

    @Bean
    ViewCatalogue viewCatalogue(ViewSettings settings) {
        return new ViewCatalogue(settings);
    }
}
