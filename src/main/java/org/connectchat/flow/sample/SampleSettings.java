package org.connectchat.flow.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds the settings of the samples that {@code emulator.flows.samples} names. They come after all other settings, which
 * therefore replace them. It runs after the files of settings have been read.
 */
final class SampleSettings implements EnvironmentPostProcessor, Ordered {

    private static final String NAMES = "emulator.flows.samples";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<String> names = Binder.get(environment)
                .bind(NAMES, Bindable.listOf(String.class))
                .orElse(List.of());
        for (Sample sample : Sample.values()) {
            if (names.stream().anyMatch(sample::isNamed)) {
                add(sample.settings(), environment);
            }
        }
    }

    private static void add(String file, ConfigurableEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load("sample " + file, new ClassPathResource(file, SampleSettings.class))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
