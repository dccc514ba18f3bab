package org.connectchat.state;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the file of the state that stops the start, and what is wrong with it. */
final class StateFileAnalysis extends AbstractFailureAnalyzer<StateFileRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StateFileRefused cause) {
        return new FailureAnalysis(
                "Failed to start because the file of the state cannot be loaded:%n%n    ".formatted()
                        + cause.getMessage(),
                "Correct the file, or move it away to start without chats. docs/settings.md describes"
                        + " emulator.state.file.",
                cause);
    }
}
