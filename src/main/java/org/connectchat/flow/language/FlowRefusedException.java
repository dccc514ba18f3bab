package org.connectchat.flow.language;

import java.util.List;
import java.util.stream.Collectors;

/** Content that cannot be run as a flow. It names every problem that was found. */
public final class FlowRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    FlowRefusedException(List<Problem> problems) {
        super(problems.stream().map(Problem::explanation).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
