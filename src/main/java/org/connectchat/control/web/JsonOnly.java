package org.connectchat.control.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets Spring MVC read and write objects as JSON only. Spring adds a converter for YAML and other formats as soon as a
 * library
 * that can read them is on the class path, and the strict rules of the control API do not hold there.
 */
@Configuration(proxyBeanMethods = false)
class JsonOnly implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.removeIf(converter -> !isNeeded(converter)));
    }

    /** Documents and metrics are written as bytes, text or a resource. */
    private static boolean isNeeded(HttpMessageConverter<?> converter) {
        return converter instanceof JacksonJsonHttpMessageConverter
                || converter instanceof ByteArrayHttpMessageConverter
                || converter instanceof StringHttpMessageConverter
                || converter instanceof ResourceHttpMessageConverter;
    }
}
