package org.connectchat.control.access;

import org.connectchat.restjson.place.ControlPaths;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the filter before the control API and the management endpoints, and behind the filter that sets request ids. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ControlSettings.class)
class CrossOriginConfiguration {

    @Bean
    FilterRegistrationBean<CrossOriginFilter> crossOriginFilter(ControlSettings settings) {
        FilterRegistrationBean<CrossOriginFilter> registration =
                new FilterRegistrationBean<>(new CrossOriginFilter(settings.allowedOrigins()));
        // The container matches these on the decoded path, so an encoded letter leads to the same filter.
        ControlPaths.CLOSED_TO_OTHER_ORIGINS.forEach(path -> registration.addUrlPatterns(path + "/*"));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
