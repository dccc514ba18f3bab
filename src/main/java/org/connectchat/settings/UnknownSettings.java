package org.connectchat.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Refuses a setting below {@code emulator} that does not exist, because a misspelt name would change nothing. Spring Boot
 * has such a check for settings that one class holds; here each package holds its own.
 */
@Component
final class UnknownSettings implements SmartInitializingSingleton {

    private static final String OURS = "emulator";
    private static final String PROPERTY_PREFIX = OURS + ".";
    private static final String VARIABLE_PREFIX = "EMULATOR_";

    /** Kubernetes describes a service named emulator to every container by variables of these names. */
    private static final Pattern OF_KUBERNETES =
            Pattern.compile("EMULATOR_(.+_)?(SERVICE_(HOST|PORT.*)|PORT(_\\d+_(TCP|UDP|SCTP).*)?)");

    private final ConfigurableApplicationContext context;

    UnknownSettings(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Runs before the server opens its port. */
    @Override
    public void afterSingletonsInstantiated() {
        Supplier<KnownSettings> known = SingletonSupplier.of(this::known); // most starts have no setting below emulator
        List<UnknownSettingsException.Setting> unknown = context.getEnvironment().getPropertySources().stream()
                .flatMap(source -> unknownOf(source, known))
                .map(name ->
                        new UnknownSettingsException.Setting(name, known.get().nearest(name)))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSettingsException(unknown);
        }
    }

    private KnownSettings known() {
        return KnownSettings.of(context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .<Class<?>>map(Object::getClass)
                .filter(Class::isRecord)
                .<Map.Entry<Class<?>, String>>map(type -> Map.entry(
                        type, type.getAnnotation(ConfigurationProperties.class).value()))
                .filter(entry ->
                        entry.getValue().equals(OURS) || entry.getValue().startsWith(PROPERTY_PREFIX))
                .toList());
    }

    private static Stream<String> unknownOf(PropertySource<?> source, Supplier<KnownSettings> known) {
        if (!(source instanceof EnumerablePropertySource<?> settings)) {
            return Stream.empty();
        }
        Stream<String> names = Stream.of(settings.getPropertyNames());
        if (source instanceof SystemEnvironmentPropertySource) {
            return names.filter(name -> name.startsWith(VARIABLE_PREFIX)
                    && !OF_KUBERNETES.matcher(name).matches()
                    && !known.get().includeVariable(name)
                    && known.get()
                            .resembleVariable(name)); // others, such as EMULATOR_URL, belong to what runs beside it
        }
        return names.filter(
                name -> name.startsWith(PROPERTY_PREFIX) && !known.get().include(name));
    }
}
