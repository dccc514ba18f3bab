package org.connectchat.flow.lex;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the setting of bots that breaks a rule. */
final class WrongLexSettingAnalysis extends AbstractFailureAnalyzer<WrongLexSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongLexSetting cause) {
        return new FailureAnalysis(
                "Failed to start because a setting has a wrong value:%n%n    Property: %s%n    Reason: %s"
                        .formatted(cause.property(), cause.reason()),
                "Correct the setting as its reason says.",
                cause);
    }
}
