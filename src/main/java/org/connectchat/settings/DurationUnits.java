package org.connectchat.settings;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.stereotype.Component;

/**
 * Refuses a duration of the emulator's settings that has no unit. Spring would read milliseconds, which a user who writes
 * {@code emulator.chat.retention=5} hardly means. Spring's own settings are read as usual.
 */
@Component
final class DurationUnits implements ConfigurationPropertiesBindHandlerAdvisor {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("emulator");
    private static final Pattern WITHOUT_UNIT = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    @Override
    public BindHandler apply(BindHandler handler) {
        return new AbstractBindHandler(handler) {

            @Override
            public @Nullable Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                if (result instanceof Duration && OURS.isAncestorOf(name)) {
                    check(context.getConfigurationProperty());
                }
                return super.onSuccess(name, target, context, result);
            }
        };
    }

    private static void check(@Nullable ConfigurationProperty property) {
        if (property != null
                && WITHOUT_UNIT.matcher(String.valueOf(property.getValue())).matches()) {
            throw new ConversionFailedException(
                    TypeDescriptor.forObject(property.getValue()),
                    TypeDescriptor.valueOf(Duration.class),
                    property.getValue(),
                    new IllegalArgumentException("has no unit"));
        }
    }
}
