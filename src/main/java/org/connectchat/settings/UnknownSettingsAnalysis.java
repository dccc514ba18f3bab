package org.connectchat.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names each setting that does not exist, and the one that is spelled most like it. */
final class UnknownSettingsAnalysis extends AbstractFailureAnalyzer<UnknownSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingsException cause) {
        String settings = cause.settings().stream()
                .map(setting -> "    Property: %s%n    Reason: does not exist; the most similar setting is %s"
                        .formatted(setting.name(), setting.nearest()))
                .collect(Collectors.joining("%n%n".formatted()));
        return new FailureAnalysis(
                "Failed to start because settings do not exist:%n%n".formatted() + settings,
                "Correct the names of the settings, or remove them.",
                cause);
    }
}
