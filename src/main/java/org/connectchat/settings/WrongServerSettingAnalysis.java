package org.connectchat.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says which ports and addresses are allowed; Spring's own analysis names a Java type, or has only a stack trace. */
final class WrongServerSettingAnalysis extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException>
        implements Ordered {

    private static final String A_PORT = "a port, 0 to 65535; with 0 a free port is chosen";

    private static final Map<String, String> ALLOWED = Map.of(
            ServerSettings.PORT, A_PORT,
            ServerSettings.MANAGEMENT_PORT, A_PORT,
            ServerSettings.ADDRESS, "an address of this machine");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable rootFailure, InvalidConfigurationPropertyValueException cause) {
        String allowed = ALLOWED.get(cause.getName());
        if (allowed == null) {
            return null;
        }
        return new FailureAnalysis(
                "Failed to start because a setting has a wrong value:%n%n    Property: %s%n    Value: \"%s\"%n    Reason: must be %s"
                        .formatted(cause.getName(), cause.getValue(), allowed),
                "Correct the setting: it must be " + allowed + ".",
                cause);
    }
}
