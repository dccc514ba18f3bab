package org.connectchat.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says which ports are allowed; Spring's own analysis names a Java type. */
final class WrongPortAnalysis extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException>
        implements Ordered {

    private static final String PORT = "server.port";

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable rootFailure, InvalidConfigurationPropertyValueException cause) {
        if (!PORT.equals(cause.getName())) {
            return null;
        }
        return new FailureAnalysis(
                "Failed to start because a setting has a wrong value:%n%n    Property: %s%n    Value: \"%s\"%n    Reason: %s"
                        .formatted(PORT, cause.getValue(), "must be a port, 0 to 65535"),
                "Correct the setting: it must be a port, 0 to 65535; with 0 a free port is chosen.",
                cause);
    }
}
