package org.connectchat.flow.shape;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.Problem;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** Collects the problems of a flow, with the texts of the service (rule F85). */
final class Problems {

    /** A bound, because large content can have tens of thousands. Structural problems are few and always listed. */
    private static final int MAX_LISTED = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private int leftOut;

    void add(Problem problem) {
        if (problem.isStructural() || problems.size() < MAX_LISTED) {
            problems.add(problem);
        } else {
            leftOut++;
        }
    }

    void unknownName(String path) {
        add(Problem.publishing("Invalid Action property name. Path: " + path));
    }

    void wrongValue(String path, @Nullable String advice) {
        add(Problem.publishing("Invalid Action property value. Path: " + path, advice));
    }

    void missing(String path, @Nullable String advice) {
        add(Problem.publishing("Action is missing required property. Path: " + path, advice));
    }

    /**
     * @param path the path of the empty text, such as {@code Actions[0].Parameters.Attributes.name}; the message of the
     *     service has only {@code Parameters.Attributes}
     */
    void empty(String path) {
        int parameters = path.indexOf("Parameters.");
        int below = path.indexOf('.', parameters + "Parameters.".length());
        String named = path.substring(parameters, below < 0 ? path.length() : below);
        add(Problem.publishing("Empty value in " + named, path + " must not be an empty text; one blank is accepted"));
    }

    void error(String sentence, String errorType, FlowAction action) {
        add(Problem.publishing(
                sentence + ". Error: " + Violations.abbreviated(errorType) + ", Path: " + action.path()));
    }

    List<Problem> list() {
        List<Problem> all = new ArrayList<>(problems);
        if (leftOut > 0) {
            all.add(Problem.publishing("and " + leftOut + " more problems"));
        }
        return List.copyOf(all);
    }
}
