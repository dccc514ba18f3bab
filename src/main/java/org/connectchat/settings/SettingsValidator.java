package org.connectchat.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Validates the settings below {@code emulator} of which a user has set any. The defaults are right, as SettingsValidatorTest shows, so a start without
 * settings validates none.
 */
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
@Component(EnableConfigurationProperties.VALIDATOR_BEAN_NAME)
final class SettingsValidator implements Validator, EnvironmentAware {

    private static final ConfigurationPropertyName EMULATOR = ConfigurationPropertyName.of("emulator");

    private final Validator validator = LazyValidator.create();
    private @Nullable Environment environment;

    /** Spring makes this bean before it can pass anything to a constructor. */
    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean supports(Class<?> type) {
        ConfigurationProperties settings = type.getAnnotation(ConfigurationProperties.class);
        if (settings == null) {
            return false;
        }
        ConfigurationPropertyName prefix = ConfigurationPropertyName.of(settings.value());
        return (prefix.equals(EMULATOR) || EMULATOR.isAncestorOf(prefix)) && isSet(prefix);
    }

    @Override
    public void validate(Object target, Errors errors) {
        validator.validate(target, errors);
    }

    private boolean isSet(ConfigurationPropertyName prefix) {
        for (ConfigurationPropertySource source :
                ConfigurationPropertySources.get(Objects.requireNonNull(environment))) {
            if (source.containsDescendantOf(prefix) != ConfigurationPropertyState.ABSENT) {
                return true;
            }
        }
        return false;
    }
}
