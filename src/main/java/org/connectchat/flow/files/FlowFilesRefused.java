package org.connectchat.flow.files;

import java.util.List;

/** Stops the start, because files of flows cannot be used (rule F77). */
final class FlowFilesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    FlowFilesRefused(List<FileProblem> problems) {
        super("Files of flows cannot be used: " + problems);
        this.problems = List.copyOf(problems);
    }

    List<FileProblem> problems() {
        return problems;
    }
}
