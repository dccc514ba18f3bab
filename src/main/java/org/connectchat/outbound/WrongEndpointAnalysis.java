package org.connectchat.outbound;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the environment variable whose endpoint cannot be used. */
final class WrongEndpointAnalysis extends AbstractFailureAnalyzer<WrongEndpointException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongEndpointException cause) {
        return new FailureAnalysis(
                "Failed to start because an environment variable has a wrong value:%n%n    Variable: %s%n    Reason: it %s"
                        .formatted(cause.variable(), cause.reason()),
                "Correct the variable as its reason says.",
                cause);
    }
}
