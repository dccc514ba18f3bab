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
     * Whether the content is not a flow at all: it is not a JSON object, or has no version or no actions. The service
     * responds to that with InvalidRequestException, and to a flow with problems with InvalidContactFlowException.
     */
    public boolean isNoFlow() {
        return isNoFlow;
    }
}
