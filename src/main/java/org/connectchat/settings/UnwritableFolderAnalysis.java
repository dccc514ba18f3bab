package org.connectchat.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerException;

/** Rule V42: says of a folder for temporary files that cannot be written to what the emulator needs, such as in a container. */
final class UnwritableFolderAnalysis extends AbstractFailureAnalyzer<WebServerException> {

    private static final String NO_FOLDER = "Unable to create tempDir";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WebServerException cause) {
        String message = cause.getMessage();
        if (message == null || !message.startsWith(NO_FOLDER)) {
            return null;
        }
        String folder = System.getProperty("java.io.tmpdir");
        return new FailureAnalysis(
                "Failed to start because the folder for temporary files cannot be written to: " + folder,
                "Give the emulator a folder that it may write to: with Docker's --read-only add --tmpfs /tmp; elsewhere set"
                        + " -Djava.io.tmpdir=/path/to/folder in JAVA_TOOL_OPTIONS.",
                cause);
    }
}
