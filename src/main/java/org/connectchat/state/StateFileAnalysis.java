package org.connectchat.state;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the file of the state that stops the start, and what is wrong with it. */
final class StateFileAnalysis extends AbstractFailureAnalyzer<StateFileRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StateFileRefused cause) {
        return new FailureAnalysis(
                "Failed to start because of the file of the state:%n%n    ".formatted() + cause.getMessage(),
                cause.action() + " docs/settings.md describes emulator.state.file.",
                cause);
    }
}
