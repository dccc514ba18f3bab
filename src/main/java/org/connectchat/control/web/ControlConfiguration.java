package org.connectchat.control.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.Instant;
import org.connectchat.attachment.AttachmentSettings;
import org.connectchat.control.Instants;
import org.connectchat.restjson.body.RequestBodies;
import org.connectchat.restjson.body.RequestSettings;
import org.connectchat.restjson.body.ResponseBodies;
import org.connectchat.restjson.json.JsonMappers;
import org.connectchat.restjson.place.ControlPaths;
import org.connectchat.settings.LazyValidator;
import org.connectchat.state.StateSettings;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures Spring MVC for the control API: strict JSON and parameters, bodies without a waiting thread. */
@Configuration(proxyBeanMethods = false)
class ControlConfiguration implements WebMvcConfigurer {

    @Bean
    JsonMapperBuilderCustomizer strictControlJson() {
        return new StrictControlJson();
    }

    @Bean
    JsonFactoryBuilderCustomizer keepsNoMemberNames() {
        return JsonMappers::keepingNoNames;
    }

    @Bean
    FilterRegistrationBean<ControlBodies> controlBodies(
            RequestBodies requests,
            ResponseBodies responses,
            RequestSettings settings,
            AttachmentSettings attachments,
            StateSettings state) {
        FilterRegistrationBean<ControlBodies> registration =
                new FilterRegistrationBean<>(new ControlBodies(requests, responses, settings, attachments, state));
        registration.addUrlPatterns(ControlPaths.BASE + "/*", "/actuator/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** The rules of bodies and parameters. */
    @Override
    public Validator getValidator() {
        return LazyValidator.create();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UnknownParameterInterceptor()).addPathPatterns(ControlPaths.BASE + "/**");
        registry.addInterceptor(new NoUnreadBody()).addPathPatterns(ControlPaths.BASE + "/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Duration.class, Durations::parse);
        registry.addConverter(String.class, Instant.class, Instants::parse);
    }
}
