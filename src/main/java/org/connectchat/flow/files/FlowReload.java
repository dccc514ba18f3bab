package org.connectchat.flow.files;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of reading the files of flows (rule F77).
 *
 * @param at when, by the emulator's clock
 * @param flows how many flows of files there are afterwards
 * @param modules how many modules of files there are afterwards
 * @param problems errors and warnings; a file with an error keeps the flow that it had before
 */
public record FlowReload(Instant at, int flows, int modules, List<FileProblem> problems) {

    public FlowReload {
        problems = List.copyOf(problems);
    }

    /** The errors of each file. */
    public Map<String, List<String>> errors() {
        return byFile(true);
    }

    /** The warnings of each file. */
    public Map<String, List<String>> warnings() {
        return byFile(false);
    }

    private Map<String, List<String>> byFile(boolean errors) {
        return problems.stream()
                .filter(problem -> problem.isError() == errors)
                .collect(Collectors.groupingBy(
                        FileProblem::file,
                        TreeMap::new,
                        Collectors.mapping(FileProblem::message, Collectors.toList())));
    }
}
