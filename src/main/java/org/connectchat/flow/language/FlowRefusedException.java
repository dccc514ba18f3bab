package org.connectchat.flow.language;

import java.util.List;
import java.util.stream.Collectors;

/** Content that cannot be run as a flow. It names every problem that was found. */
public final class FlowRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final boolean isNoFlow;

    FlowRefusedException(List<Problem> problems, boolean isNoFlow) {
        super(problems.stream().map(Problem::explanation).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
        this.isNoFlow = isNoFlow;
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * Whether the content is no flow at all: no JSON object, or without its version or its actions. The service has
     * InvalidRequestException for that, and InvalidContactFlowException for a flow with problems.
     */
    public boolean isNoFlow() {
        return isNoFlow;
    }
}
