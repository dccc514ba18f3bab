package org.connectchat.settings;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.unit.DataSize;

/** Says of a setting whose value cannot be read what would be allowed; Spring's own analysis names Java types. */
final class WrongSettingAnalysis extends AbstractFailureAnalyzer<BindException> implements Ordered {

    private static final Map<Class<?>, String> ALLOWED = Map.of(
            boolean.class, "true or false",
            int.class, "a whole number",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Double.class, "a number such as 5 or 0.5",
            Duration.class, "a duration with its unit such as 500ms, 20s, 5m, 25h or 7d",
            DataSize.class, "a size such as 512KB or 1MB",
            URI.class, "an http or https URL with a host",
            InetAddress.class, "an address of this machine");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConversionFailedException unreadable = findCause(cause, ConversionFailedException.class);
        if (unreadable == null || cause.getProperty() == null) {
            return null;
        }
        String allowed = allowed(unreadable.getTargetType().getType());
        if (allowed == null) {
            return null;
        }
        String description =
                "Failed to start because a setting has a wrong value:%n%n    Property: %s%n    Value: \"%s\"%n"
                                .formatted(SettingName.of(cause.getName()), unreadable.getValue())
                        + "    Origin: %s%n    Reason: must be %s"
                                .formatted(cause.getProperty().getOrigin(), allowed);
        return new FailureAnalysis(description, "Correct the setting: it must be " + allowed + ".", cause);
    }

    private static @Nullable String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value ->
                            ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return ALLOWED.get(type);
    }
}
