package org.connectchat.control;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.restjson.JsonMappers;
import org.connectchat.restjson.OwnPaths;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes Spring MVC as strict as the control API is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
class ControlConfiguration implements WebMvcConfigurer {

    @Bean
    JsonMapperBuilderCustomizer strictControlJson() {
        return new StrictControlJson();
    }

    @Bean
    JsonFactoryBuilderCustomizer keepsNoMemberNames() {
        return JsonMappers::keepingNoNames;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns(OwnPaths.BASE + "/**");
        registry.addInterceptor(new NoBody()).addPathPatterns(OwnPaths.BASE + "/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Duration.class, Spans::parse);
        registry.addConverter(String.class, Instant.class, Moments::parse);
    }
}
