package org.connectchat.control.web;

import org.connectchat.restjson.place.ControlPaths;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the refusal of forms before all other interceptors of control calls. */
@Configuration(proxyBeanMethods = false)
class FormRefusalConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FormRefusal())
                .addPathPatterns(ControlPaths.BASE + "/**")
                .order(Ordered.HIGHEST_PRECEDENCE);
    }
}
