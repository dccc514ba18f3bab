package org.connectchat.flow.files;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists each file that stops the start, with all its errors. */
final class FlowFilesAnalysis extends AbstractFailureAnalyzer<FlowFilesRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlowFilesRefused cause) {
        String files = cause.problems().stream()
                .filter(FileProblem::isError)
                .map(problem -> "    " + problem)
                .collect(Collectors.joining("%n".formatted()));
        return new FailureAnalysis(
                "Failed to start because files of flows cannot be used:%n%n".formatted() + files,
                "Correct the files. docs/settings.md describes the settings of emulator.flows.",
                cause);
    }
}
