package org.connectchat.restjson.body;

/** A body that is refused. */
public final class BodyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BodyProblem problem;

    public BodyRefused(BodyProblem problem) {
        // An ordinary response: its stack trace is never read.
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public BodyProblem problem() {
        return problem;
    }
}
