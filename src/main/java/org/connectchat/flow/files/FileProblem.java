package org.connectchat.flow.files;

import org.connectchat.flow.language.Problem;

/**
 * What is wrong with a file of flows (rule F77).
 *
 * @param file its path, relative to the folder
 * @param message what is wrong, with the path in the JSON, and what to write instead
 * @param isError whether the file cannot be used; otherwise it is a warning
 */
public record FileProblem(String file, String message, boolean isError) {

    static FileProblem error(String file, String message) {
        return new FileProblem(file, message, true);
    }

    static FileProblem of(String file, Problem problem, boolean strict) {
        return new FileProblem(file, problem.explanation(), strict || problem.isStructural());
    }

    /** On one line: control characters of the file are replaced. */
    @Override
    public String toString() {
        return (file + ": " + message).replaceAll("\\p{Cntrl}", "?");
    }
}
