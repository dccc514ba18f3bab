package org.connectchat.control.access;

import java.net.URI;
import org.connectchat.restjson.place.ControlPaths;
import org.connectchat.restjson.url.PublicUrlSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the rules of access before everything else that a control call does. */
@Configuration(proxyBeanMethods = false)
class ControlAccessConfiguration implements WebMvcConfigurer {

    /** Files of the jar, which are the same for everyone; a page asks for the token once it is there. */
    private static final String[] WITHOUT_TOKEN = {
        ControlPaths.BASE + "/openapi",
        ControlPaths.BASE + "/openapi.yaml",
        ControlPaths.BASE + "/docs",
        ControlPaths.BASE + "/swagger-ui/**",
        ControlPaths.BASE + "/console/**"
    };

    private final ControlSettings settings;
    private final PublicUrlSettings urls;

    ControlAccessConfiguration(ControlSettings settings, PublicUrlSettings urls) {
        this.settings = settings;
        this.urls = urls;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        URI publicUrl = urls.publicUrl();
        first(registry, new HostRule(settings.allowedHosts(), publicUrl));
        first(registry, new OriginRule(settings.allowedOrigins(), publicUrl));
        String token = settings.token();
        if (token != null) {
            first(registry, new TokenRule(token)).excludePathPatterns(WITHOUT_TOKEN);
        }
    }

    private static InterceptorRegistration first(InterceptorRegistry registry, HandlerInterceptor rule) {
        return registry.addInterceptor(rule)
                .addPathPatterns(ControlPaths.BASE, ControlPaths.BASE + "/**")
                .order(Ordered.HIGHEST_PRECEDENCE);
    }
}
