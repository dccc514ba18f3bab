package org.connectchat.control.live;

import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.restjson.place.ControlPaths;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the streams of events see the calls of the control API. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration implements WebMvcConfigurer {

    private final LiveEvents events;
    private final Contacts contacts;

    LiveConfiguration(LiveEvents events, Contacts contacts) {
        this.events = events;
        this.contacts = contacts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ControlChanges(events, contacts)).addPathPatterns(ControlPaths.BASE + "/**");
    }
}
